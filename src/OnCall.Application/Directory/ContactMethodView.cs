using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>A contact method as answers show it.</summary>
public sealed record ContactMethodView(ContactMethodKind Kind, string Address, bool Verified)
{
    internal static IReadOnlyList<ContactMethodView> Of(IEnumerable<ContactMethod> methods) =>
        [.. methods.Select(m => new ContactMethodView(m.Kind, m.Address, m.Verified))];
}
