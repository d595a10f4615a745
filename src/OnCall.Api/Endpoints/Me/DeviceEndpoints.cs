using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Endpoints.Me;

/// <summary><c>/api/v1/me/devices</c>, and <c>/api/v1/people/{employeeNo}/devices</c> for administrators.</summary>
internal static class DeviceEndpoints
{
    internal static void MapDevices(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/devices").WithTags("People").Refuses(ProblemTypes.Forbidden).AddEndpointFilter<ScriptWords>();
        mine.MapGet("", ReadAsync).WithSummary("List my devices that take pushes")
            .WithDescription("In the order in which they were added. Nothing in the list lets anybody push to them.")
            .Produces<ListOf<PushDeviceView>>();
        mine.MapGet("/key", KeyAsync).WithSummary("Read the public key that a browser subscribes under")
            .WithDescription("In base64url, as applicationServerKey takes it.")
            .Produces<PushKeyView>().Refuses(ProblemTypes.PushNotConfigured);
        mine.MapPost("", RegisterAsync).WithSummary("Register a device of mine for pushes")
            .WithDescription(
                "Either what a browser's PushSubscription.toJSON() writes, or the registration token of the hospital's own app. It is unverified until it has confirmed a test. "
                + "What is registered already and unchanged stays as it is; what somebody else had registered is mine from then on, and they are told. On a shared computer nothing is registered.")
            .Produces<PushDeviceView>(201).Produces<PushDeviceView>().TakesJson().Changes().Refuses(ProblemTypes.PushNotConfigured, ProblemTypes.SharedDevice, ProblemTypes.UnknownDevice, ProblemTypes.ChangedMeanwhile);
        mine.MapPost("/gone", LeaveAsync).WithSummary("Give up a browser's subscription")
            .WithDescription("Before it signs out or is used by others: no push goes there any more. Whom it rang for is told where it is somebody else. It is answered alike where no device has that endpoint.")
            .Produces(204).TakesJson().Changes();

        var one = mine.MapGroup("/{id:guid}").Changes().Refuses(ProblemTypes.UnknownDevice);
        one.MapDelete("", RemoveAsync).WithSummary("Remove a device of mine")
            .WithDescription("No push goes there any more.").Produces(204);
        one.MapPost("/test", TestAsync).WithSummary("Send a test to a device of mine")
            .WithDescription("It rings as a page would. The push carries a token; the device shows with it, within 10 minutes, that it had the push.")
            .Produces<DeviceTestView>().Refuses(ProblemTypes.PushNotConfigured);
        one.MapPost("/confirm", ConfirmAsync).WithSummary("Confirm a test from the device that got it")
            .WithDescription("From then on the device counts as a way to reach me.")
            .Produces<PushDeviceView>().TakesJson();

        var theirs = api.MapGroup("/people/{employeeNo}/devices").WithTags("People").Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPerson);
        theirs.MapGet("", ReadTheirsAsync).WithSummary("List a person's devices that take pushes")
            .WithDescription("For whoever administers the person. Nothing in the list lets anybody push to them.")
            .Produces<ListOf<PushDeviceView>>();
        theirs.MapDelete("/{id:guid}", TakeAsync).WithSummary("Take a device away from a person")
            .WithDescription("For a device that is lost: no push goes there any more. The person is told. It is done also where nothing else reaches them; the answer names the shift that they are on then.")
            .Produces<RemovedDevices>().Changes().Refuses(ProblemTypes.UnknownDevice);
    }

    private static async Task<IResult> ReadTheirsAsync(HttpContext context, string employeeNo, TakeDevices take, CancellationToken cancellationToken) =>
        (await take.ReadAsync(context.Caller(), employeeNo, cancellationToken)).ToResult();

    private static async Task<IResult> TakeAsync(HttpContext context, string employeeNo, Guid id, TakeDevices take, CancellationToken cancellationToken) =>
        (await take.OneAsync(context.Caller(), employeeNo, new PushDeviceId(id), cancellationToken)).ToResult();

    private static async Task<IResult> ReadAsync(HttpContext context, ReadDevices read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> KeyAsync(HttpContext context, ReadDevices read, CancellationToken cancellationToken) =>
        (await read.KeyAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> RegisterAsync(HttpContext context, RegisterDeviceRequest body, RegisterDevice register, CancellationToken cancellationToken) =>
        (await register.RunAsync(context.Caller(), body, cancellationToken)).ToResult(_ => "/api/v1/me/devices");

    private static async Task<IResult> LeaveAsync(HttpContext context, LeaveDeviceRequest body, LeaveDevice leave, CancellationToken cancellationToken) =>
        (await leave.RunAsync(context.Caller(), body, cancellationToken)).ToNoContent();

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, RemoveDevice remove, CancellationToken cancellationToken) =>
        (await remove.RunAsync(context.Caller(), new PushDeviceId(id), cancellationToken)).ToNoContent();

    private static async Task<IResult> TestAsync(HttpContext context, Guid id, TestDevice test, CancellationToken cancellationToken) =>
        (await test.RunAsync(context.Caller(), new PushDeviceId(id), cancellationToken)).ToResult();

    private static async Task<IResult> ConfirmAsync(HttpContext context, Guid id, ConfirmDeviceRequest body, ConfirmDevice confirm, CancellationToken cancellationToken) =>
        (await confirm.RunAsync(context.Caller(), new PushDeviceId(id), body, cancellationToken)).ToResult();
}
