using System.Text.Json;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Notifications;

/// <summary>Whose address it is, as a row: a person's, or a role's own device.</summary>
internal sealed class AddressOwnerRow
{
    public string? EmployeeNo { get; set; }

    public string? RoleCode { get; set; }

    /// <summary>As the audit trail names it.</summary>
    public string Subject => EmployeeNo is { } person ? $"person:{person}" : $"role:{RoleCode}";

    /// <summary>The trail is never erased, so it holds enough of an address to recognise it and not to use it.</summary>
    public static string Detail(ContactMethodKind kind, string address) => JsonSerializer.Serialize(
        new { kind = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), ends = address.Length > 4 ? address[^3..] : "" });
}
