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

    public override string ToLine() => $"OnCall: {Said.What}: {Give.Taker} for {Give.Giver} on {Give.Where}{Return(Take?.Where)}.{Said.Next}";

    public override string ToPagerLine() => $"OnCall SWAP {Said.Word}: {Give.Brief}";

    public override string ToSpeech() => $"This is OnCall. {Said.What}: {Give.Taker} for {Give.Giver} on {Give.WhereSaid}{Return(Take?.WhereSaid)}.{Said.Next}";

    private const string Stays = " The roster stays as it is.";

    private (string Word, string What, string Next) Said => About switch
    {
        NoticeKind.SwapAsked => ("ASKED", $"{By} asks for a swap", " Please accept or decline."),
        NoticeKind.SwapAccepted => ("ACCEPTED", $"{By} has accepted a swap", ToApprove ? " A scheduler is to approve it." : " It is in force."),
        NoticeKind.SwapApproved => ("APPROVED", $"{By} has approved a swap", " It is in force."),
        NoticeKind.SwapRefused => ("REFUSED", $"{By} has refused a swap", Stays),
        NoticeKind.SwapDeclined => ("DECLINED", $"{By} has declined a swap", Stays),
        NoticeKind.SwapWithdrawn => ("WITHDRAWN", $"{By} has withdrawn a swap", Stays),
        NoticeKind.SwapVoid => ("VOID", "the roster has changed, and a swap is void", Stays),
        NoticeKind.SwapExpired => ("EXPIRED", "a swap was not decided in time and has expired", Stays),
        NoticeKind.CoverMade or NoticeKind.GapWarning or NoticeKind.GapFilled or NoticeKind.RosterPullHeld or NoticeKind.GlassBroken or NoticeKind.SignInChanged or NoticeKind.OwnContact or NoticeKind.ShiftChanged or NoticeKind.DeviceGone => throw new InvalidOperationException("This is no kind of a swap."),
    };

    private string Return(string? where) => where is null ? "" : $", and {Give.Giver} for {Give.Taker} on {where}";
}
