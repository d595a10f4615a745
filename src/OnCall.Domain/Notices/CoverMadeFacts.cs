namespace OnCall.Domain.Notices;

/// <summary>A cover that puts its reader in, or relieves them.</summary>
public sealed record CoverMadeFacts(PlaceFact Place) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.CoverMade;

    public override string ToLine() => $"OnCall: {Place.Taker} is on {Place.Where}{Instead}.";

    public override string ToPagerLine() => $"OnCall COVER {Place.Taker} {Place.Brief}";

    public override string ToSpeech() => $"This is OnCall. {Place.Taker} is on {Place.WhereSaid}{Instead}.";

    private string Instead => Place.Giver.Length == 0 ? "" : $" instead of {Place.Giver}";
}
