using OnCall.Domain.Access;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Lists the caller's own contact methods, in the order that they want them, with what each has shown of itself.</summary>
public sealed class ReadOwnContacts(OwnContacts own)
{
    /// <summary>Refused to integrations, which have none.</summary>
    public async Task<Answer<ListOf<OwnContactView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var self = await own.SelfAsync(caller, cancellationToken);
        return self.Ok
            ? new ListOf<OwnContactView>(await own.ShowAsync(self.Value.Id, self.Value.ContactMethods, cancellationToken), null)
            : self.Refusal;
    }
}
