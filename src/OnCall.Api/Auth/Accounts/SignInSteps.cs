using Microsoft.AspNetCore.Authentication;
using OnCall.Api.Auth.SecondFactor;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth.Accounts;

/// <summary>From the first thing that somebody shows to the session.</summary>
internal sealed class SignInSteps(
    IAccountStore accounts, IPasskeyStore passkeys, SecondFactorNeed need, StartSession start, EndSessions end, SealedCookie<PendingSignIn> pending)
{
    /// <summary>Begins the session, or asks for a second thing.</summary>
    public async Task<NextStep> GoOnAsync(HttpContext context, Proof proof, bool shared, string? to, CancellationToken cancellationToken)
    {
        var step = await StepAsync(proof, cancellationToken);
        if (step == NextStep.In)
        {
            await BeginAsync(context, proof, shared, cancellationToken);
        }
        else if (step != NextStep.Passkey)
        {
            var secret = step == NextStep.Enrol ? Authenticator.NewSecret() : null;
            pending.Write(context, new PendingSignIn(proof.Account.Person.Value, proof.Account.Version, proof.Way, proof.Key?.Value, shared, to, secret));
        }

        return step;
    }

    /// <summary>What comes after this proof. Begins nothing.</summary>
    public async Task<NextStep> StepAsync(Proof proof, CancellationToken cancellationToken)
    {
        if (proof.Way == SignInWay.Passkey || proof.SecondFactorProven)
        {
            return NextStep.In;
        }

        if (proof.Account.SecondFactor)
        {
            return NextStep.Code;
        }

        if (!await need.IsForAsync(proof.Account.Person, cancellationToken))
        {
            return NextStep.In;
        }

        // Whoever has only the password must not set up another second factor beside the one that there is.
        return (await passkeys.OfAsync(proof.Account.Person, cancellationToken)).Count > 0 ? NextStep.Passkey : NextStep.Enrol;
    }

    /// <summary>Who has shown one thing within the last minutes; null for nobody, and for whose account was changed since.</summary>
    public async Task<(PendingSignIn Pending, Account Account)?> WaitingAsync(HttpContext context, CancellationToken cancellationToken) =>
        pending.Read(context) is { } waiting && await accounts.FindAsync(new PersonId(waiting.Person), cancellationToken) is { Active: true } account && account.Version == waiting.Version
            ? (waiting, account)
            : null;

    /// <summary>The second thing was right too.</summary>
    public async Task FinishAsync(HttpContext context, PendingSignIn waiting, Account account, CancellationToken cancellationToken)
    {
        pending.Delete(context);
        await BeginAsync(context, new Proof(account, waiting.Way, waiting.Key is { } key ? new ApiKeyId(key) : null), waiting.Shared, cancellationToken);
    }

    /// <summary>Begins the session of somebody who is known for certain, and ends the one that this browser had: nobody else is to find it.</summary>
    public async Task BeginAsync(HttpContext context, Proof proof, bool shared, CancellationToken cancellationToken)
    {
        await EndFormerAsync(context, cancellationToken);
        await accounts.ForgetTriesAsync(proof.Account.Person, cancellationToken);
        var session = await start.RunAsync(proof.Account.Person, proof.Account.EmployeeNo, proof.Way, shared, proof.Key, cancellationToken);
        await context.SignInAsync(Schemes.Session, CallerIdentity.Of(session, proof.Account.Name));
    }

    private async Task EndFormerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Where a provider sends back to, nobody has looked at the session yet.
        if (BrowserRequest.HasSession(context.Request)
            && (await context.AuthenticateAsync(Schemes.Session)) is { Succeeded: true }
            && context.Session() is { } former)
        {
            await end.OneAsync(context.Caller(), former.Id, cancellationToken);
        }
    }
}
