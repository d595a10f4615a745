using System.Globalization;

namespace OnCall.Domain.Notices;

/// <summary>Devices ring for their reader no more, and it was not the reader who removed them.</summary>
/// <param name="Count">How many; at least 1.</param>
/// <param name="By">The administrator who took them away: an employee number, or the name of a system. Null where somebody else uses the device now: neither learns who the other is.</param>
public sealed record DeviceGoneFacts(DeviceGone Why, int Count, string? By) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.DeviceGone;

    public override string ToLine() => $"OnCall: {Said} {Advice}";

    public override string ToPagerLine() => Why switch
    {
        DeviceGone.TakenAway => $"OnCall DEVICE TAKEN AWAY BY {By}",
        DeviceGone.TakenOver => "OnCall DEVICE NO LONGER RINGS FOR YOU",
    };

    public override string ToSpeech() => $"This is OnCall. {Said} {Advice}";

    private string Said => Why switch
    {
        DeviceGone.TakenAway => $"{By} took away {Named}. Pages ring there no more.",
        DeviceGone.TakenOver => "A device of yours no longer rings for you, since somebody else has signed in there.",
    };

    private string Named => Count == 1 ? "a device of yours" : Count.ToString(CultureInfo.InvariantCulture) + " devices of yours";

    private string Advice => Why switch
    {
        DeviceGone.TakenAway => "Let a device that you have ring for you, by the screen Devices that ring.",
        DeviceGone.TakenOver => "Let it ring for you again, or another, by the screen Devices that ring.",
    };
}
