using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>Turns checked contact methods as written into those to keep.</summary>
internal static class ContactMethods
{
    /// <summary>
    /// An address that was there keeps its id, and its standing unless that is given; a new one is unverified unless that is given.
    /// </summary>
    internal static IReadOnlyList<ContactMethod> Merge(IReadOnlyList<ContactMethodInput>? written, IReadOnlyList<ContactMethod> before, IIdSource ids) =>
        [.. (written ?? []).Select(w => Merge(w, before, ids))];

    private static ContactMethod Merge(ContactMethodInput written, IReadOnlyList<ContactMethod> before, IIdSource ids)
    {
        _ = Written.TryRead<ContactMethodKind>(written.Kind, out var kind);
        var address = ContactAddress.Tidy(kind, written.Address);
        var same = before.FirstOrDefault(b => b.Kind == kind && string.Equals(b.Address, address, StringComparison.Ordinal));
        return new ContactMethod(
            same?.Id ?? new ContactMethodId(ids.NewId()),
            kind,
            address,
            written.Verified ?? same?.Verified ?? kind == ContactMethodKind.InApp,
            same?.OptedOut ?? false);
    }
}
