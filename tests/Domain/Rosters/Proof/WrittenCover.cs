using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A cover as somebody asks for it, by the wall clock.</summary>
/// <param name="Instead">Null for the only person on tier 1.</param>
internal sealed record WrittenCover(char Person, char? Instead, int Tier, LocalDateTime Start, LocalDateTime End)
{
    public override string ToString() =>
        $"{Person} covers {(Instead is { } gone ? gone.ToString() : "the only primary")} (tier {Tier}) from {WallStrip.Text(Start)} to {WallStrip.Text(End)}";
}
