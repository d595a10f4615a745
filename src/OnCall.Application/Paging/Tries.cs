namespace OnCall.Application.Paging;

/// <summary>Counts how often what was decided was not written, and says when the database is asked no more.</summary>
internal sealed class Tries
{
    // The store rests after each, so that this is some 5 s.
    private const int MostFailed = 20;

    // Each has waited for a second.
    private const int MostBlocked = 5;

    private readonly int _mostLate;
    private readonly int _mostMoved;
    private readonly Dictionary<NotWritten, int> _counts = [];

    /// <param name="mostMoved">How often others, or a new roster, may be quicker.</param>
    /// <param name="mostLate">How often it may come too late.</param>
    public Tries(int mostMoved, int mostLate) => (_mostMoved, _mostLate) = (mostMoved, mostLate);

    /// <summary>How often others, or a new roster, have been quicker.</summary>
    public int Moved => Count(NotWritten.Moved);

    public bool WasLate => Count(NotWritten.Late) > 0;

    /// <summary>
    /// How often another transaction held what it needs. That may be the same, asked before, whose commit is still to come: nobody may be told that
    /// it is not done.
    /// </summary>
    public int Blocked => Count(NotWritten.Blocked);

    /// <summary>What has happened as often as it may; null where it is decided anew.</summary>
    public NotWritten? End { get; private set; }

    public void Add(NotWritten why)
    {
        _counts[why] = Count(why) + 1;
        if (Count(why) >= Most(why))
        {
            End = why;
        }
    }

    private int Count(NotWritten why) => _counts.GetValueOrDefault(why);

    private int Most(NotWritten why) => why switch
    {
        NotWritten.Late => _mostLate,
        NotWritten.Failed => MostFailed,
        NotWritten.Blocked => MostBlocked,
        NotWritten.Moved => _mostMoved,
    };
}
