using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>A person, and one of their contact methods.</summary>
internal sealed record OwnMethod(Person Self, ContactMethod Method)
{
    /// <summary>All of theirs, with this one as it is from now on.</summary>
    public IReadOnlyList<ContactMethod> With(ContactMethod changed) => [.. Self.ContactMethods.Select(m => m.Id == changed.Id ? changed : m)];

    public IReadOnlyList<ContactMethod> Without => [.. Self.ContactMethods.Where(m => m.Id != Method.Id)];
}
