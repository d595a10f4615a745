using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Retention;

/// <summary>A thing that may be old enough to go.</summary>
/// <param name="At">Since when it is over: its age counts from here.</param>
/// <param name="Units">Whose rules it stands under; null among them is the hospital as a whole. It goes when the rules of all of them let it.</param>
/// <param name="Page">The page that it is, or belongs to.</param>
/// <param name="People">Whose hold it stands under.</param>
/// <param name="NamesUnknownPeople">It names people who cannot be told: any hold on a person keeps it.</param>
public sealed record KeptItem(
    KeptId Id, KeptKind Kind, Instant At, IReadOnlyList<OrgUnitId?> Units, PageId? Page, IReadOnlyCollection<PersonId> People, bool NamesUnknownPeople = false);
