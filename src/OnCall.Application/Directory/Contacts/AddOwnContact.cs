using OnCall.Application.Access;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Adds a contact method of the caller's own, unverified, at the end. They are told of it by those that they had.</summary>
public sealed class AddOwnContact(OwnContacts own, IOwnContacts store, SignInNotices notices, RosterSignal signal, IIdSource ids)
{
    public async Task<Answer<OwnContactView>> RunAsync(Caller caller, AddContactRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Written.TryRead<ContactMethodKind>(request.Kind, out var kind) || !OwnContacts.IsOwn(kind))
        {
            return Refusal.Invalid(new InputProblem("kind", $"Give one of: {OwnContacts.Kinds}.", request.Kind));
        }

        var address = ContactAddress.Tidy(kind, request.Address);
        return ContactAddress.Problem(kind, address) is { } problem
            ? Refusal.Invalid(new InputProblem("address", problem, request.Address))
            : await Raced.RetryAsync(() => TryAsync(caller, kind, address, cancellationToken));
    }

    private async Task<Answer<OwnContactView>?> TryAsync(Caller caller, ContactMethodKind kind, string address, CancellationToken cancellationToken)
    {
        var found = await own.SelfAsync(caller, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var self = found.Value;
        if (Problem(self, kind, address) is { } problem)
        {
            return Refusal.Invalid(problem);
        }

        var method = new ContactMethod(new ContactMethodId(ids.NewId()), kind, address, Verified: false);
        var audit = own.Entry(caller, self, "contact-method.add", method);
        if (await store.ChangeAsync(
            self.Id, self.ContactMethods, [.. self.ContactMethods, method], audit, notices.OwnContact(self, method, added: true), null, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return Answer<OwnContactView>.Created((await own.ShowAsync(self.Id, [method], cancellationToken))[0]);
    }

    private static InputProblem? Problem(Person self, ContactMethodKind kind, string address) =>
        self.ContactMethods.Any(m => m.Kind == kind && m.Address == address) ? new InputProblem("address", "You have this contact method already.", address)
        : self.ContactMethods.Count(m => !DeviceAddress.IsOne(m.Address)) >= DirectoryRules.MostContactMethods ? new InputProblem("kind", $"At most {DirectoryRules.MostContactMethods} contact methods.")
        : null;
}
