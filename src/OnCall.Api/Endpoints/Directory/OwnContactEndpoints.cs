using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/me/contact-methods</c>.</summary>
internal static class OwnContactEndpoints
{
    internal static void MapOwnContacts(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/contact-methods").WithTags("People").Refuses(ProblemTypes.Forbidden);
        mine.MapGet("", ReadAsync).WithSummary("List my contact methods, in the order that I want them")
            .WithDescription("Each with what it has shown of itself. Devices and the inbox are not among them.")
            .Produces<ListOf<OwnContactView>>();
        mine.MapPost("", AddAsync).WithSummary("Add a contact method of mine")
            .WithDescription("It is unverified, and is asked all the same. The other contact methods are told.")
            .Produces<OwnContactView>(201).TakesJson().Changes().Refuses(ProblemTypes.ChangedMeanwhile);
        mine.MapPut("/order", OrderAsync).WithSummary("Put my contact methods in another order")
            .Produces<ListOf<OwnContactView>>().TakesJson().Changes().Refuses(ProblemTypes.ChangedMeanwhile);

        var one = mine.MapGroup("/{id:guid}").Changes().Refuses(ProblemTypes.UnknownContactMethod);
        one.MapDelete("", RemoveAsync).WithSummary("Remove a contact method of mine")
            .WithDescription("The last one by which I can be reached is removed only with confirm=true. All that I had are told, this one too.")
            .Produces(204).Refuses(ProblemTypes.LastContactMethod, ProblemTypes.ChangedMeanwhile, ProblemTypes.InvalidParameter);
        one.MapPost("/code", SendCodeAsync).WithSummary("Have a code sent to a contact method of mine")
            .WithDescription("Six digits by that very channel, good for 10 minutes and 5 tries. A new code ends the one before.")
            .Produces<SentCodeView>().Refuses(ProblemTypes.ChannelNotConfigured, ProblemTypes.ContactOptedOut, ProblemTypes.TooManyChecks);
        one.MapPost("/verify", VerifyAsync).WithSummary("Type in the code, and verify the contact method")
            .WithDescription("From then on answers from it count as mine.")
            .Produces<OwnContactView>().TakesJson().Refuses(ProblemTypes.NoCodeOut, ProblemTypes.VerifiedElsewhere, ProblemTypes.ChangedMeanwhile);
        one.MapPost("/test", TestAsync).WithSummary("Send a test to a contact method of mine")
            .WithDescription("It rings as a page would. What the provider says is answered, and kept with the contact method.")
            .Produces<ContactTest>().Refuses(ProblemTypes.ChannelNotConfigured, ProblemTypes.ContactOptedOut, ProblemTypes.TooManyChecks);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ReadOwnContacts read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> AddAsync(HttpContext context, AddContactRequest body, AddOwnContact add, CancellationToken cancellationToken) =>
        (await add.RunAsync(context.Caller(), body, cancellationToken)).ToResult(_ => "/api/v1/me/contact-methods");

    private static async Task<IResult> OrderAsync(HttpContext context, OrderContactsRequest body, OrderOwnContacts order, CancellationToken cancellationToken) =>
        (await order.RunAsync(context.Caller(), body, cancellationToken)).ToResult();

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, bool? confirm, RemoveOwnContact remove, CancellationToken cancellationToken) =>
        (await remove.RunAsync(context.Caller(), new ContactMethodId(id), confirm ?? false, cancellationToken)).ToNoContent();

    private static async Task<IResult> SendCodeAsync(HttpContext context, Guid id, SendContactCode send, CancellationToken cancellationToken) =>
        (await send.RunAsync(context.Caller(), new ContactMethodId(id), cancellationToken)).ToResult();

    private static async Task<IResult> VerifyAsync(HttpContext context, Guid id, VerifyContactRequest body, VerifyOwnContact verify, CancellationToken cancellationToken) =>
        (await verify.RunAsync(context.Caller(), new ContactMethodId(id), body, cancellationToken)).ToResult();

    private static async Task<IResult> TestAsync(HttpContext context, Guid id, TestOwnContact test, CancellationToken cancellationToken) =>
        (await test.RunAsync(context.Caller(), new ContactMethodId(id), cancellationToken)).ToResult();
}
