using System.Globalization;

namespace OnCall.Domain.Notices;

/// <summary>Gaps that its reader was told of and that are filled.</summary>
/// <param name="First">The first of them, at most <see cref="GapWarningFacts.Named"/>.</param>
public sealed record GapFilledFacts(int Count, IReadOnlyList<GapFact> First) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.GapFilled;

    public override string ToLine() => Count == 1
        ? $"OnCall: the gap on {First[0].RoleName} {First[0].When} is filled. Nothing more to do."
        : string.Create(CultureInfo.InvariantCulture, $"OnCall: {Count} gaps are filled, the first: {string.Join("; ", First.Select(g => $"{g.RoleName} {g.When}"))}.");

    public override string ToPagerLine() => $"OnCall FILLED {First[0].RoleName} {First[0].Beginning}";

    public override string ToSpeech() => $"This is OnCall. The gap on {First[0].RoleName} {First[0].WhenSaid} is filled.";
}
