using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Endpoints.Access;

/// <summary>How people get in: invitations, second factors, sessions.</summary>
internal static class AccountEndpoints
{
    internal static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people/{employeeNo}").WithTags("Signing in").Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPerson);
        people.MapPost("/invitation", InviteAsync).WithSummary("Invite a person to set their password; the link is told this once")
            .WithDescription("The link is good once, within 72 hours. A new one ends the one before; so does what gives the person more than its maker could.")
            .Produces<MadeInvitation>(201).Refuses(ProblemTypes.InactivePerson);
        people.MapDelete("/second-factor", ResetAsync).WithSummary("Take away a person's authenticator, recovery codes and passkeys")
            .WithDescription("For a phone that is lost. The person is signed out everywhere; their keys and open invitations end, and their devices ring for them no more.")
            .Produces<RemovedDevices>().Refuses(ProblemTypes.ChangedMeanwhile);
        people.MapDelete("/sessions", EndAllOfAsync).WithSummary("Sign a person out everywhere")
            .WithDescription("Their keys are revoked too: whoever has one could come back by it. So are their devices that ring: a lost one rings for nobody.").Produces<EndedSessions>();

        var rules = api.MapGroup("/second-factor-rules").WithTags("Signing in");
        rules.MapGet("", ReadRulesAsync).WithSummary("Read who must have a second factor").IsRead<SecondFactorRulesBody>();
        rules.MapPut("", PutRulesAsync).WithSummary("Say who must have a second factor")
            .WithDescription("It counts from each one's next sign-in: whoever has none sets one up then.")
            .Produces<SecondFactorRulesBody>().TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.InvalidInput);

        var mine = api.MapGroup("/me/sessions").WithTags("Signing in").Refuses(ProblemTypes.Forbidden);
        mine.MapGet("", ReadSessionsAsync).WithSummary("List where I am signed in").Produces<ListOf<SessionView>>();
        mine.MapDelete("", EndAllAsync).WithSummary("Sign me out everywhere but here")
            .WithDescription("All of the caller's keys are revoked too, but the one that they ask by. Make new ones for programs that still need them.").Changes().Produces<EndedSessions>();
        mine.MapDelete("/{id:guid}", EndAsync).WithSummary("Sign me out there").Changes().Produces(204).Refuses(ProblemTypes.UnknownSession);
    }

    private static async Task<IResult> InviteAsync(HttpContext context, string employeeNo, InvitePerson invite, CancellationToken cancellationToken) =>
        (await invite.RunAsync(context.Caller(), employeeNo, cancellationToken)).ToResult(i => i.Link);

    private static async Task<IResult> ResetAsync(HttpContext context, string employeeNo, ResetSecondFactor reset, CancellationToken cancellationToken) =>
        (await reset.RunAsync(context.Caller(), employeeNo, cancellationToken)).ToResult();

    private static async Task<IResult> EndAllOfAsync(HttpContext context, string employeeNo, EndSessions end, CancellationToken cancellationToken) =>
        (await end.AllOfAsync(context.Caller(), employeeNo, cancellationToken)).ToResult();

    private static async Task<IResult> ReadRulesAsync(HttpContext context, PutSecondFactorRules use, CancellationToken cancellationToken) =>
        (await use.ReadAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> PutRulesAsync(HttpContext context, SecondFactorRulesBody body, PutSecondFactorRules use, CancellationToken cancellationToken) =>
        (await use.RunAsync(context.Caller(), body, cancellationToken)).ToResult();

    private static async Task<IResult> ReadSessionsAsync(HttpContext context, ReadSessions read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), context.User.Session(), cancellationToken)).ToResult();

    private static async Task<IResult> EndAllAsync(HttpContext context, EndSessions end, CancellationToken cancellationToken) =>
        (await end.AllOwnAsync(context.Caller(), context.User.Session(), cancellationToken)).ToResult();

    private static async Task<IResult> EndAsync(HttpContext context, Guid id, EndSessions end, CancellationToken cancellationToken) =>
        (await end.OneAsync(context.Caller(), new SessionId(id), cancellationToken)).ToNoContent();
}
