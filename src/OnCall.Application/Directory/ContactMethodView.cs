using System.Text.Json.Serialization;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>A contact method as answers show it.</summary>
/// <param name="OptedOut">Shown where it is so: the person told the provider to send nothing more there.</param>
public sealed record ContactMethodView(
    ContactMethodKind Kind, string Address, bool Verified, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OptedOut = false)
{
    internal static IReadOnlyList<ContactMethodView> Of(IEnumerable<ContactMethod> methods) =>
        [.. methods.Select(m => new ContactMethodView(m.Kind, m.Address, m.Verified, m.OptedOut))];
}
