namespace OnCall.Domain.Notices;

/// <summary>Where a swap stands.</summary>
/// <param name="About">One of the kinds of swaps.</param>
/// <param name="By">The name of whoever did it; empty for time and the roster.</param>
/// <param name="Give">What is given.</param>
/// <param name="Take">What is taken in return; null when it is given away.</param>
/// <param name="ToApprove">A scheduler must approve before it is in force.</param>
public sealed record SwapFacts(NoticeKind About, string By, PlaceFact Give, PlaceFact? Take, bool ToApprove) : NoticeFacts
{
    public override NoticeKind Kind => About;

    public override string ToLine() => $"OnCall: {What}: {Give.Taker} for {Give.Giver} on {Give.Where}{Return(Take?.Where)}.{Next}";

    public override string ToPagerLine() => $"OnCall SWAP {Word}: {Give.Brief}";

    public override string ToSpeech() => $"This is OnCall. {What}: {Give.Taker} for {Give.Giver} on {Give.WhereSaid}{Return(Take?.WhereSaid)}.{Next}";

    private string Word => About switch
    {
        NoticeKind.SwapAsked => "ASKED",
        NoticeKind.SwapAccepted => "ACCEPTED",
        NoticeKind.SwapApproved => "APPROVED",
        NoticeKind.SwapRefused => "REFUSED",
        NoticeKind.SwapDeclined => "DECLINED",
        NoticeKind.SwapWithdrawn => "WITHDRAWN",
        NoticeKind.SwapVoid => "VOID",
        NoticeKind.SwapExpired => "EXPIRED",
        NoticeKind.CoverMade or NoticeKind.GapWarning or NoticeKind.GapFilled or NoticeKind.RosterPullHeld or NoticeKind.GlassBroken or NoticeKind.SignInChanged or NoticeKind.OwnContact or NoticeKind.ShiftChanged or NoticeKind.DeviceGone => throw new InvalidOperationException("This is no kind of a swap."),
    };

    private string What => About switch
    {
        NoticeKind.SwapAsked => $"{By} asks for a swap",
        NoticeKind.SwapAccepted => $"{By} has accepted a swap",
        NoticeKind.SwapApproved => $"{By} has approved a swap",
        NoticeKind.SwapRefused => $"{By} has refused a swap",
        NoticeKind.SwapDeclined => $"{By} has declined a swap",
        NoticeKind.SwapWithdrawn => $"{By} has withdrawn a swap",
        NoticeKind.SwapVoid => "the roster has changed, and a swap is void",
        NoticeKind.SwapExpired => "a swap was not decided in time and has expired",
        NoticeKind.CoverMade or NoticeKind.GapWarning or NoticeKind.GapFilled or NoticeKind.RosterPullHeld or NoticeKind.GlassBroken or NoticeKind.SignInChanged or NoticeKind.OwnContact or NoticeKind.ShiftChanged or NoticeKind.DeviceGone => throw new InvalidOperationException("This is no kind of a swap."),
    };

    private string Next => About switch
    {
        NoticeKind.SwapAsked => " Please accept or decline.",
        NoticeKind.SwapAccepted => ToApprove ? " A scheduler is to approve it." : " It is in force.",
        NoticeKind.SwapApproved => " It is in force.",
        NoticeKind.SwapRefused or NoticeKind.SwapDeclined or NoticeKind.SwapWithdrawn or NoticeKind.SwapVoid or NoticeKind.SwapExpired => " The roster stays as it is.",
        NoticeKind.CoverMade or NoticeKind.GapWarning or NoticeKind.GapFilled or NoticeKind.RosterPullHeld or NoticeKind.GlassBroken or NoticeKind.SignInChanged or NoticeKind.OwnContact or NoticeKind.ShiftChanged or NoticeKind.DeviceGone => "",
    };

    private string Return(string? where) => where is null ? "" : $", and {Give.Giver} for {Give.Taker} on {where}";
}
