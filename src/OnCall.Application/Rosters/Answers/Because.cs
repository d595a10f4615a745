using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Says why somebody is on. The reason of a cover is kept for the record and not told here.</summary>
internal static class Because
{
    public static string Of(ShiftReason reason, IReadOnlyDictionary<PersonId, RosterPerson> people)
    {
        var shift = reason.Label is { } label ? $" ({label})" : "";
        return (reason.Cover, reason.InsteadOf) switch
        {
            (null, _) => $"on the roster{shift}",
            (_, { } gone) => $"covers for {people.GetValueOrDefault(gone)?.Name ?? "a colleague"}{shift}",
            _ => "covers",
        };
    }
}
