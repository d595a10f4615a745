using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Groups;
using OnCall.Application.Audit;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.OpenId;

/// <summary>From what the provider says of somebody to their session.</summary>
internal sealed class OpenIdSignIn(IAccountStore accounts, MapGroups groups, SignInSteps steps, IAuditWriter audit, IClock clock)
{
    /// <returns>Where the browser goes now.</returns>
    public async Task<string> RunAsync(HttpContext context, Vouched vouched, bool own, string? to, CancellationToken cancellationToken)
    {
        if (vouched.EmployeeNo is not { } number || await accounts.FindAsync(number, cancellationToken) is not { } account)
        {
            return TroubleText.Address(OpenIdTrouble.Unknown, to);
        }

        if (!account.Active)
        {
            await RefuseAsync(account, "not active", cancellationToken);
            return TroubleText.Address(OpenIdTrouble.Unknown, to);
        }

        if (vouched.Groups is { } inGroups)
        {
            await groups.RunAsync(account, inGroups, SignInWay.OpenId, cancellationToken);
        }

        var proof = new Proof(account, SignInWay.OpenId, SecondFactorProven: vouched.SecondFactor);
        var next = await steps.GoOnAsync(context, proof, !own, to, cancellationToken);
        if (next != NextStep.Passkey)
        {
            return next.Path(OwnPath.Or(to, "/"));
        }

        await RefuseAsync(account, "passkey wanted", cancellationToken);
        return TroubleText.Address(OpenIdTrouble.Passkey, to);
    }

    private Task RefuseAsync(Account account, string why, CancellationToken cancellationToken) =>
        audit.AppendAsync([SignInTrail.Refused(clock.GetCurrentInstant(), account.EmployeeNo, SignInWay.OpenId, why)], cancellationToken);
}
