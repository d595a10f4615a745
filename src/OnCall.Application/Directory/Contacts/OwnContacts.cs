using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Reads the caller's own contact methods for the use cases that change and check them.</summary>
public sealed class OwnContacts(IDirectoryReads directory, IOwnContacts store, ChannelSet channels, IClock clock)
{
    // A device is added by its own app, and the inbox is everybody's.
    internal static bool IsOwn(ContactMethodKind kind) => kind is not (ContactMethodKind.Push or ContactMethodKind.InApp);

    internal static string Kinds { get; } = string.Join(", ", Enum.GetValues<ContactMethodKind>().Where(IsOwn).Select(Written.Of));

    internal async Task<Answer<Person>> SelfAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is { } person && (await directory.PeopleAsync([person], cancellationToken)) is [var self] ? self : ContactProblems.NotAPerson();
    }

    /// <summary>The caller, with one of their contact methods.</summary>
    internal async Task<Answer<OwnMethod>> FindAsync(Caller caller, ContactMethodId id, CancellationToken cancellationToken)
    {
        var self = await SelfAsync(caller, cancellationToken);
        return !self.Ok ? self.Refusal
            : self.Value.ContactMethods.FirstOrDefault(m => m.Id == id && IsOwn(m.Kind)) is { } method ? new OwnMethod(self.Value, method)
            : ContactProblems.Unknown();
    }

    internal async Task<ContactRecord> RecordAsync(OwnMethod own, CancellationToken cancellationToken) =>
        (await store.RecordsAsync(own.Self.Id, [own.Method], cancellationToken)).GetValueOrDefault(own.Method.Id, ContactRecord.Unknown);

    internal async Task<IReadOnlyList<OwnContactView>> ShowAsync(PersonId person, IEnumerable<ContactMethod> methods, CancellationToken cancellationToken)
    {
        var own = methods.Where(m => IsOwn(m.Kind)).ToList();
        var records = await store.RecordsAsync(person, own, cancellationToken);
        var now = clock.GetCurrentInstant();
        return [.. own.Select(m => OwnContactView.Of(m, records.GetValueOrDefault(m.Id, ContactRecord.Unknown), channels.Works(m.Kind), now))];
    }

    internal AuditEntry Entry(Caller caller, Person self, string action, params IReadOnlyList<ContactMethod> methods) => DirectoryAudit.Entry(
        clock.GetCurrentInstant(), caller, action, "person:" + self.EmployeeNo, new { contactMethods = DirectoryAudit.Masked(ContactMethodView.Of(methods)) });

    internal bool Reaches(Person person) => WorkingMethods.Of(person, channels.Works).Count > 0;
}
