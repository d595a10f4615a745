using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Puts the caller's own contact methods in another order. Devices and the inbox keep their places.</summary>
public sealed class OrderOwnContacts(OwnContacts own, IOwnContacts store, RosterSignal signal)
{
    public async Task<Answer<ListOf<OwnContactView>>> RunAsync(Caller caller, OrderContactsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await Raced.RetryAsync(() => TryAsync(caller, request.ContactMethods ?? [], cancellationToken));
    }

    private async Task<Answer<ListOf<OwnContactView>>?> TryAsync(Caller caller, IReadOnlyList<Guid> order, CancellationToken cancellationToken)
    {
        var found = await own.SelfAsync(caller, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var self = found.Value;
        var byId = self.ContactMethods.Where(m => OwnContacts.IsOwn(m.Kind)).ToDictionary(m => m.Id.Value);
        if (order.Count != byId.Count || !order.ToHashSet().SetEquals(byId.Keys))
        {
            return Refusal.Invalid(new InputProblem("contactMethods", "Give the id of each of your contact methods once. GET /api/v1/me/contact-methods lists them."));
        }

        var next = new Queue<ContactMethod>(order.Select(id => byId[id]));
        IReadOnlyList<ContactMethod> after = [.. self.ContactMethods.Select(m => OwnContacts.IsOwn(m.Kind) ? next.Dequeue() : m)];
        if (await store.ChangeAsync(self.Id, self.ContactMethods, after, own.Entry(caller, self, "contact-method.order", after), null, null, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return new ListOf<OwnContactView>(await own.ShowAsync(self.Id, after, cancellationToken), null);
    }
}
