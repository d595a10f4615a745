using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A shift as a roster says it, by the wall clock. A small letter bears a label.</summary>
internal sealed record WrittenShift(char Person, int Tier, LocalDateTime Start, LocalDateTime End) : ISmaller<WrittenShift>
{
    public IEnumerable<WrittenShift> Smaller()
    {
        if (Tier > 1)
        {
            yield return this with { Tier = 1 };
        }

        if (Start.Minute != 0)
        {
            yield return this with { Start = Start.PlusMinutes(-Start.Minute) };
        }

        if (End.Minute != 0)
        {
            yield return this with { End = End.PlusMinutes(60 - End.Minute) };
        }
    }

    public override string ToString() => $"{Person} on tier {Tier} from {WallStrip.Text(Start)} to {WallStrip.Text(End)}";
}
