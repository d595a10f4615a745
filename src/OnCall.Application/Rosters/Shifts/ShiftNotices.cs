using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>
/// Tells people who are put on or taken off by hand, and of a cover or a shift by hand that is taken back; never the one who does it.
/// A file tells nobody: a roster is given out as a whole.
/// </summary>
public sealed class ShiftNotices(IDirectoryReads directory, NoticeDraft draft)
{
    /// <param name="subject">As <see cref="NewNotice.Subject"/>: what does it.</param>
    /// <param name="changes">Those that are over, or of who is not active, are told nobody.</param>
    /// <param name="by">Who does it; null for a system.</param>
    internal async Task<IReadOnlyList<NewNotice>> OfAsync(
        string subject, IReadOnlyList<ShiftChange> changes, PersonId? by, Instant now, CancellationToken cancellationToken)
    {
        var people = (await directory.PeopleAsync([.. changes.Select(c => c.Person).Distinct()], cancellationToken)).Where(p => p.Active && p.Id != by).ToDictionary(p => p.Id);
        return [.. changes.Where(c => c.End > now && people.ContainsKey(c.Person)).Select(c => To(people[c.Person], subject, c with { Start = Instant.Max(c.Start, now) }, now))];
    }

    private NewNotice To(Person person, string subject, ShiftChange change, Instant now) => draft.To(
        person,
        $"{subject}:{change.Scope.Role.Id}:{(change.IsOn ? "on" : "off")}",
        new ShiftChangedFacts(new PlaceFact(change.Scope.Role.Name, change.Start, change.End, change.Scope.Zone, change.IsOn ? "" : person.Name, change.IsOn ? person.Name : "")),
        Loudness.Of(change.Start, now),
        change.End);
}
