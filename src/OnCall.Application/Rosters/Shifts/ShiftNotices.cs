using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>Tells people whose shift is put on or taken off by hand, except the one who does it. A file tells nobody: a roster is given out as a whole.</summary>
public sealed class ShiftNotices(IDirectoryReads directory, NoticeDraft draft)
{
    /// <param name="upload">The publication that does it.</param>
    /// <param name="isOn">They are put on; otherwise, taken off what of it is still to come.</param>
    /// <param name="by">Who does it; null for a system.</param>
    internal async Task<IReadOnlyList<NewNotice>> OfAsync(
        UploadId upload, NewShift shift, RoleScope scope, bool isOn, PersonId? by, Instant now, CancellationToken cancellationToken)
    {
        if (shift.Person == by || shift.End <= now || await directory.PeopleAsync([shift.Person], cancellationToken) is not [{ Active: true } person])
        {
            return [];
        }

        var start = Instant.Max(shift.Start, now);
        var facts = new ShiftChangedFacts(new PlaceFact(scope.Role.Name, start, shift.End, scope.Zone, isOn ? "" : person.Name, isOn ? person.Name : ""));
        return [draft.To(person, $"upload:{upload}", facts, Loudness.Of(start, now), shift.End)];
    }
}
