using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>
/// Who answers from a telephone number: the one person whose verified number it is, if the page asked that person there; or whoever
/// holds the role's own device. Nobody when the number is shared, unproven or another's.
/// </summary>
public sealed class AnsweringNumber(IPageStore pages, IDirectoryReads directory)
{
    /// <param name="asked">Whom the page asked at this number; null for the holder of a role's own device.</param>
    /// <param name="verifiedAs">The number must be proven for this kind; null takes any.</param>
    public async Task<Answerer?> WhoAsync(
        PageId page, string number, PersonId? asked, ContactMethodKind? verifiedAs, CancellationToken cancellationToken)
    {
        var owners = await directory.PeopleByVerifiedAddressAsync(number, cancellationToken);
        return asked is { } person
            ? owners.Count == 1 && owners[0].Id == person && Proves(owners[0].ContactMethods, number, verifiedAs) ? new Answerer(person, owners[0].Name) : null
            : owners.Count == 0 ? await HolderAsync(page, number, verifiedAs, cancellationToken) : null;
    }

    // A role's own device: whoever is alone on tier 1 is taken to hold it.
    private async Task<Answerer?> HolderAsync(PageId page, string number, ContactMethodKind? verifiedAs, CancellationToken cancellationToken)
    {
        var escalation = (await pages.LoadAsync([page], cancellationToken))[0].Escalation;
        var roles = await directory.RolesAsync([.. escalation.Reached.Select(p => p.Role).Distinct()], cancellationToken);
        if (roles.FirstOrDefault(r => Proves(r.ContactMethods, number, verifiedAs)) is not { } role)
        {
            return null;
        }

        var first = escalation.Responders.Where(r => r.MayAnswer && r.Post == new Post(role.Id, 1)).ToList();
        var alone = first.Count == 1 ? (await directory.PeopleAsync([first[0].Person], cancellationToken)).FirstOrDefault() : null;
        return alone is not null ? new Answerer(alone.Id, alone.Name) : new Answerer(null, "holder of the device", HoldsDevice: true);
    }

    private static bool Proves(IEnumerable<ContactMethod> methods, string number, ContactMethodKind? verifiedAs) =>
        methods.Any(m => m.Verified && string.Equals(m.Address, number, StringComparison.Ordinal) && (verifiedAs is null || m.Kind == verifiedAs));
}
