namespace OnCall.Domain.Notices;

/// <summary>A scheduler has put its reader on one shift, or taken them off.</summary>
/// <param name="Place">The taker is its reader where they are put on, else the giver is; the other is empty.</param>
public sealed record ShiftChangedFacts(PlaceFact Place) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.ShiftChanged;

    public override string ToLine() => $"OnCall: {Who} {Place.Where}.";

    public override string ToPagerLine() => $"OnCall SHIFT {(IsOn ? "ON" : "OFF")} {Place.Taker}{Place.Giver} {Place.Brief}";

    public override string ToSpeech() => $"This is OnCall. {Who} {Place.WhereSaid}.";

    private bool IsOn => Place.Taker.Length > 0;

    private string Who => IsOn ? $"{Place.Taker} is put on" : $"{Place.Giver} is taken off";
}
