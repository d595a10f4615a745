using NodaTime;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Description;

/// <summary>Bodies of what people change of their own contact methods.</summary>
internal static class OwnContactExamples
{
    private static readonly ContactTest Tested = new(ExampleTimes.Sent, DeliveryStatus.Accepted, "SMS: queued");

    internal static IReadOnlyList<object> All { get; } =
    [
        new AddContactRequest("sms", "+32475550101"),
        new OrderContactsRequest([ExampleTimes.Id(12), ExampleTimes.Id(11)]),
        new VerifyContactRequest("204817"),
        new SentCodeView(DeliveryStatus.Accepted, "SMS: queued", ExampleTimes.Sent + Duration.FromMinutes(10)),
        new OwnContactView(
            ExampleTimes.Id(11), ContactMethodKind.Sms, "+32475550101", Verified: true, Works: true, OptedOut: false, CodeUntil: null, Tested, ExampleTimes.Sent, LastFailedAt: null),
        Tested,
    ];
}
