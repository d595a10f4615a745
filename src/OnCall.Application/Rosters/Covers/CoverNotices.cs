using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Tells whom a cover puts in and whom it relieves, except the one who makes it.</summary>
public sealed class CoverNotices(IDirectoryReads directory, NoticeDraft draft)
{
    /// <param name="relieved">Whom it relieves; null when that is nobody in particular.</param>
    /// <param name="by">Who makes it; null for a system.</param>
    public async Task<IReadOnlyList<NewNotice>> OfAsync(Cover cover, RoleScope scope, PersonId? relieved, PersonId? by, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(scope);
        if (cover.End <= now)
        {
            return [];
        }

        var ids = new[] { cover.Person, relieved ?? cover.Person }.Distinct().ToList();
        var people = await directory.PeopleAsync(ids, cancellationToken);
        string NameOf(PersonId? id) => people.FirstOrDefault(p => p.Id == id)?.Name ?? "";
        var facts = new CoverMadeFacts(new PlaceFact(scope.Role.Name, cover.Start, cover.End, scope.Zone, NameOf(relieved), NameOf(cover.Person)));
        return [.. people.Where(p => p.Id != by && p.Active).Select(p => draft.To(p, $"cover:{cover.Id}", facts, Loudness.Of(cover.Start, now), cover.End))];
    }
}
