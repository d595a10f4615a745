using System.Globalization;
using NodaTime;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Domain.Notices;

/// <summary>Gaps that are to be filled: all that one scheduler is told of at once.</summary>
/// <param name="At">When it was written, by which <c>in 24 h</c> counts.</param>
/// <param name="Count">How many there are; all of the same lead.</param>
/// <param name="First">The first of them, at most <see cref="Named"/>.</param>
public sealed record GapWarningFacts(Instant At, GapLead Lead, int Count, IReadOnlyList<GapFact> First) : NoticeFacts
{
    /// <summary>So many are named; a message with more is not read.</summary>
    public const int Named = 3;

    private static readonly Duration ByMinutes = Duration.FromMinutes(90);

    public override NoticeKind Kind => NoticeKind.GapWarning;

    public override string ToLine() => Count == 1
        ? $"OnCall: {First[0].Who} {First[0].When} ({Off}). Please fill the gap."
        : $"OnCall: {Several}, the first: {string.Join("; ", First.Select(g => $"{g.RoleName} {g.When}"))}. Please fill them.";

    public override string ToPagerLine() => Count == 1
        ? $"OnCall GAP {First[0].RoleName} {First[0].Beginning} ({Off})"
        : $"OnCall {Several}, first {First[0].RoleName} {First[0].Beginning}";

    public override string ToSpeech() => Count == 1
        ? $"This is OnCall. A roster has a gap: {First[0].Who} {First[0].WhenSaid}. Please fill it."
        : $"This is OnCall. Rosters have {Several}. The first: {First[0].RoleName} {First[0].WhenSaid}. Please fill them.";

    private string Several => Lead switch
    {
        GapLead.ThreeDays => Text($"{Count} gaps in the next 72 h"),
        GapLead.Day => Text($"{Count} gaps in the next 24 h"),
        GapLead.Hour => Text($"{Count} gaps in the next hour"),
        GapLead.Running => Text($"{Count} gaps that have begun"),
    };

    private string Off => First[0].Start - At is var left && left <= Duration.Zero ? "it has begun"
        : left < ByMinutes ? Text($"in {Math.Round(left.TotalMinutes)} min")
        : Text($"in {Math.Round(left.TotalHours)} h");

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
