using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Application;
using OnCall.Application.Access.Accounts;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>Adds a passkey to somebody who is signed in.</summary>
internal sealed class OwnPasskeys(IPasskeyHandler<AccountUser> handler, UserManager<AccountUser> users, IAccountStore accounts, SealedCookie<PasskeyState> state, IClock clock)
{
    private const int LongestName = 100;

    /// <summary>What the browser is to make, as <c>navigator.credentials.create</c> takes it.</summary>
    public async Task<string> AskAsync(HttpContext context, PersonId person, CancellationToken cancellationToken)
    {
        var account = (await accounts.FindAsync(person, cancellationToken))!;
        var entity = new PasskeyUserEntity { Id = account.Person.ToString(), Name = account.EmployeeNo, DisplayName = account.Name };
        var asked = await handler.MakeCreationOptionsAsync(entity, context);
        state.Write(context, new PasskeyState(asked.AttestationState, clock.GetCurrentInstant().ToUnixTimeMilliseconds()));
        return asked.CreationOptionsJson;
    }

    public async Task<Answer<bool>> AddAsync(HttpContext context, PersonId person, AddPasskeyRequest request, CancellationToken cancellationToken)
    {
        if (state.Read(context) is not { } asked || await accounts.FindAsync(person, cancellationToken) is not { } account)
        {
            return Refusal.Invalid(new InputProblem("credential", "This took longer than 10 minutes. Begin again."));
        }

        state.Delete(context);
        var result = await PerformAsync(context, request.Credential ?? "", asked);
        if (result is not { Succeeded: true } || result.UserEntity.Id != person.ToString())
        {
            return Refusal.Invalid(new InputProblem("credential", "The device's answer does not fit what it was asked. Begin again."));
        }

        var name = string.IsNullOrWhiteSpace(request.Name) ? "Passkey" : request.Name.Trim();
        result.Passkey.Name = name[..Math.Min(name.Length, LongestName)];
        return (await users.AddOrUpdatePasskeyAsync(new AccountUser(account), result.Passkey)).Succeeded;
    }

    private async Task<PasskeyAttestationResult?> PerformAsync(HttpContext context, string credential, PasskeyState asked)
    {
        try
        {
            return await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = asked.Text });
        }
        catch (Exception error) when (error is ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
