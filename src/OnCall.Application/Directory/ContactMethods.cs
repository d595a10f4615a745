using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>Turns checked contact methods as written into those to keep.</summary>
internal static class ContactMethods
{
    /// <summary>
    /// A device that its owner registered stays as it is, named or not. Of others, an address that was there keeps its id, and its standing unless that is given; a new one is unverified unless that is given.
    /// </summary>
    internal static IReadOnlyList<ContactMethod> Merge(IReadOnlyList<ContactMethodInput>? written, IReadOnlyList<ContactMethod> before, IIdSource ids) =>
        [
            .. (written ?? []).Select(w => Merge(w, before, ids)),
            .. before.Where(b => DeviceAddress.IsOne(b.Address) && !(written ?? []).Any(w => ContactAddress.Tidy(b.Kind, w.Address) == b.Address)),
        ];

    /// <summary>Registering a device makes its address, and nothing else does.</summary>
    internal static IReadOnlyList<InputProblem> UnknownDevices(IReadOnlyList<ContactMethodInput>? written, IReadOnlyList<ContactMethod> before) =>
        [
            .. (written ?? []).Index()
                .Where(w => DeviceAddress.IsOne(w.Item.Address?.Trim()) && !before.Any(b => b.Kind == ContactMethodKind.Push && b.Address == w.Item.Address!.Trim()))
                .Select(w => new InputProblem($"contactMethods[{w.Index}].address", "A device is registered by its owner.", w.Item.Address)),
        ];

    private static ContactMethod Merge(ContactMethodInput written, IReadOnlyList<ContactMethod> before, IIdSource ids)
    {
        _ = Written.TryRead<ContactMethodKind>(written.Kind, out var kind);
        var address = ContactAddress.Tidy(kind, written.Address);
        var same = before.FirstOrDefault(b => b.Kind == kind && string.Equals(b.Address, address, StringComparison.Ordinal));
        if (same is not null && DeviceAddress.IsOne(address))
        {
            return same;
        }

        return new ContactMethod(
            same?.Id ?? new ContactMethodId(ids.NewId()),
            kind,
            address,
            written.Verified ?? same?.Verified ?? kind == ContactMethodKind.InApp,
            same?.OptedOut ?? false);
    }
}
