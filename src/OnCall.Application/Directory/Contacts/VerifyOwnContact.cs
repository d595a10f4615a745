using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Verifies a contact method by the code that was sent to it: from then on answers from it count as the caller's.</summary>
public sealed class VerifyOwnContact(OwnContacts own, IOwnContacts store, IDirectoryReads directory, RosterSignal signal, IClock clock)
{
    /// <summary>Tries at one code; then a new one must be sent.</summary>
    public const int MostTries = 5;

    public async Task<Answer<OwnContactView>> RunAsync(Caller caller, ContactMethodId id, VerifyContactRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await own.FindAsync(caller, id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        if (!ContactCode.IsLike(request.Code))
        {
            return Refusal.Invalid(new InputProblem("code", $"The code is {ContactCode.Digits} digits."));
        }

        var now = clock.GetCurrentInstant();
        if ((await own.RecordAsync(found.Value, cancellationToken)).Code is not { } code || !await store.TakeTryAsync(id, code.Hash, MostTries, now, cancellationToken))
        {
            return ContactProblems.NoCode();
        }

        return ContactCode.Matches(request.Code!, code.Salt, code.Hash)
            ? await Raced.RetryAsync(() => TryAsync(caller, id, new UsedCode(id, code.Hash, now), cancellationToken))
            : Refusal.Invalid(new InputProblem("code", $"This is not the code. After {MostTries} tries a new one must be sent."));
    }

    private async Task<Answer<OwnContactView>?> TryAsync(Caller caller, ContactMethodId id, UsedCode used, CancellationToken cancellationToken)
    {
        var found = await own.FindAsync(caller, id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var (self, method) = found.Value;
        if (!method.Verified && (await directory.PeopleByVerifiedAddressAsync(method.Address, cancellationToken)).Any(p => p.Id != self.Id))
        {
            return ContactProblems.Elsewhere();
        }

        var verified = method with { Verified = true };
        var audit = own.Entry(caller, self, "contact-method.verify", verified);
        if (await store.ChangeAsync(self.Id, self.ContactMethods, found.Value.With(verified), audit, null, used, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return (await own.ShowAsync(self.Id, [verified], cancellationToken))[0];
    }
}
