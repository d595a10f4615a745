using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Readiness;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Description;

/// <summary>Bodies of the devices that people register for pushes, of their shifts, and of whether they would hear a page.</summary>
internal static class DeviceExamples
{
    // The public half and the secret of RFC 8291, section 5: a real point, and nobody's.
    private const string Point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static readonly MyShiftView Shift = new(
        "cardiology/duty-physician", "Cardiology – duty physician", "Europe/Brussels", 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "Day", new PersonName("N1024", "Ada Okafor"));

    internal static IReadOnlyList<object> All { get; } =
    [
        new RegisterDeviceRequest("My phone", new SubscriptionBody("https://fcm.googleapis.com/fcm/send/0199a3c0", new SubscriptionKeysBody(Point, "BTBZMqHH6r4Tts7J_aSIgg"))),
        new PushDeviceView(ExampleTimes.Id(14), "My phone", "web", Verified: true, ExampleTimes.ShiftStart, ExampleTimes.Sent, ExampleTimes.Sent, LastFailure: null, Failure: null),
        new PushKeyView(Point),
        new RemovedDevices(1, Shift),
        new DeviceTestView("accepted", "WebPush: accepted", Removed: false),
        new LeaveDeviceRequest("https://fcm.googleapis.com/fcm/send/0199a3c0"),
        new ConfirmDeviceRequest("5f0c2e1a9b7d44803c6e1f2a7b8d9e0f"),
        new MyShiftsView([Shift], [new GivenShiftView("cardiology/duty-physician", "Cardiology – duty physician", "Europe/Brussels", 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, new PersonName("N1025", "Ben Maes"))]),
        new ReadinessView(Shift, Ready: false, [new MethodReadiness(ContactMethodKind.Push, "My phone", null, Works: false, MethodProof.None)]),
    ];
}
