using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A contact method as its row has it.</summary>
internal sealed class ContactMethodRow
{
    public ContactMethodId ContactMethodId { get; set; }

    public PersonId? PersonId { get; set; }

    public RoleId? RoleId { get; set; }

    public string Kind { get; set; } = "";

    public string Address { get; set; } = "";

    public bool Verified { get; set; }

    public bool OptedOut { get; set; }

    internal ContactMethod ToMethod() => new(ContactMethodId, Enum.Parse<ContactMethodKind>(Kind), Address, Verified, OptedOut);
}
