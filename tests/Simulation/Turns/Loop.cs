using NodaTime;

namespace OnCall.Simulation.Tests.Turns;

/// <summary>
/// One thread on which everything of a run happens. Of all that could go on, chance picks what goes on next; time moves only when nothing can.
/// </summary>
internal sealed class Loop(Chance chance, Instant start)
{
    // Nothing that ends takes so many turns: more means that somebody spins without letting time pass.
    private const int MostTurnsAtOneInstant = 200_000;

    private readonly List<Turn> _ready = [];
    private readonly PriorityQueue<Bell, (Instant At, ulong Tie)> _bells = new();
    private int _turnsAtThisInstant;

    /// <summary>True time, which no node knows for sure.</summary>
    public Instant Now { get; private set; } = start;

    /// <summary>All turns so far.</summary>
    public long Turns { get; private set; }

    /// <summary>Called before each turn with whose it is, so that a fault may come first.</summary>
    public Action<Process>? BeforeTurn { get; set; }

    public void Add(Turn turn) => _ready.Add(turn);

    public void Add(Bell bell) => _bells.Enqueue(bell, (bell.At, chance.Next()));

    /// <summary>Runs until that instant, or until nothing is left to do.</summary>
    public void RunUntil(Instant end)
    {
        var before = SynchronizationContext.Current;
        try
        {
            while (Step(end))
            {
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private bool Step(Instant end)
    {
        if (_ready.Count > 0)
        {
            var turn = Take();
            BeforeTurn?.Invoke(turn.Owner);
            turn.Run();
            Turns++;
            return ++_turnsAtThisInstant < MostTurnsAtOneInstant
                ? true
                : throw new InvalidOperationException($"Time stands still at {Now}: somebody spins.");
        }

        if (!_bells.TryPeek(out var bell, out var due) || due.At > end)
        {
            Now = Instant.Max(Now, end);
            return false;
        }

        _bells.Dequeue();
        if (due.At > Now)
        {
            Now = due.At;
            _turnsAtThisInstant = 0;
        }

        bell.Ring(due.At);
        return true;
    }

    private Turn Take()
    {
        var place = chance.Below(_ready.Count);
        var turn = _ready[place];
        _ready[place] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        return turn;
    }
}
