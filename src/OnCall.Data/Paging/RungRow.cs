using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>A contact method that has rung for a page, as a row.</summary>
internal sealed class RungRow
{
    public PageId Page { get; set; }

    public PersonId? Person { get; set; }

    public ContactMethodId? Method { get; set; }

    public string Kind { get; set; } = "";

    public string Address { get; set; } = "";

    public bool Verified { get; set; }

    public ContactMethod ToMethod() => new(Method ?? default, Enum.Parse<ContactMethodKind>(Kind), Address, Verified);
}
