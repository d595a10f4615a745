using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Sends six digits to a contact method of the caller's own, by that very channel. A new code ends the one before.</summary>
public sealed class SendContactCode(OwnContacts own, CheckSender sender, IIdSource ids, IClock clock)
{
    public static readonly Duration Life = Duration.FromMinutes(10);

    public async Task<Answer<SentCodeView>> RunAsync(Caller caller, ContactMethodId id, CancellationToken cancellationToken)
    {
        var found = await own.FindAsync(caller, id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var code = ContactCode.Of(ids.NewBits());
        var salt = ids.NewId().ToString("N");
        var issued = new IssuedCode(salt, ContactCode.Hash(code, salt), clock.GetCurrentInstant() + Life);
        var sent = await sender.RunAsync(caller, found.Value, code, issued, cancellationToken);
        return sent.Ok ? new SentCodeView(sent.Value.Status, sent.Value.Detail, issued.Until) : sent.Refusal;
    }
}
