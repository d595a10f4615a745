using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>People who follow one another by the wall clock: each shift ends at the time at which the next one starts.</summary>
internal sealed record WrittenRelay(IReadOnlyList<LocalDateTime> Edges) : ISmaller<WrittenRelay>
{
    public WrittenRoster Roster => new(
        Edges.Zip(Edges.Skip(1)).Select((pair, i) => new WrittenShift(People.Letters[i % 3], 1, pair.First, pair.Second)).ToList(), [], "");

    public IEnumerable<WrittenRelay> Smaller() => Without.One(Edges).Select(less => new WrittenRelay(less));

    public override string ToString() => Roster.ToString();
}
