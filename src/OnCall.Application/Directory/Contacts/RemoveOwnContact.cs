using OnCall.Application.Access;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Removes a contact method of the caller's own. They are told of it by all that they had, the removed one too.</summary>
public sealed class RemoveOwnContact(OwnContacts own, IOwnContacts store, SignInNotices notices, RosterSignal signal)
{
    /// <summary>Refused where nothing would reach them any more, unless <paramref name="confirmed"/>.</summary>
    public Task<Answer<bool>> RunAsync(Caller caller, ContactMethodId id, bool confirmed, CancellationToken cancellationToken) =>
        Raced.RetryAsync(() => TryAsync(caller, id, confirmed, cancellationToken));

    private async Task<Answer<bool>?> TryAsync(Caller caller, ContactMethodId id, bool confirmed, CancellationToken cancellationToken)
    {
        var found = await own.FindAsync(caller, id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var (self, method) = found.Value;
        if (!confirmed && own.Reaches(self) && !own.Reaches(self with { ContactMethods = found.Value.Without }))
        {
            return ContactProblems.Last();
        }

        var audit = own.Entry(caller, self, "contact-method.remove", method);
        if (await store.ChangeAsync(
            self.Id, self.ContactMethods, found.Value.Without, audit, notices.OwnContact(self, method, added: false), null, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return true;
    }
}
