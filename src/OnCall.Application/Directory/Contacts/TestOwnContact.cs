using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Sends a test to a contact method of the caller's own, and keeps and answers what its provider said.</summary>
public sealed class TestOwnContact(OwnContacts own, IOwnContacts store, CheckSender sender, IClock clock)
{
    public async Task<Answer<ContactTest>> RunAsync(Caller caller, ContactMethodId id, CancellationToken cancellationToken)
    {
        var found = await own.FindAsync(caller, id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var sent = await sender.RunAsync(caller, found.Value, null, null, cancellationToken);
        if (!sent.Ok)
        {
            return sent.Refusal;
        }

        // It went out: that it did is kept, also when whoever asked for it has gone.
        var test = new ContactTest(clock.GetCurrentInstant(), sent.Value.Status, sent.Value.Detail);
        await store.NoteTestAsync(found.Value.Self.Id, id, test, CancellationToken.None);
        return test;
    }
}
