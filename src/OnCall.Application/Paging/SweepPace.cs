namespace OnCall.Application.Paging;

/// <summary>How many pages a sweep claims at once: as many as this database gets through in time.</summary>
/// <param name="longest">The most that are ever claimed at once.</param>
internal sealed class SweepPace(int longest)
{
    private readonly int _longest = longest;

    public int Most { get; private set; } = longest;

    /// <summary>So many together came too late: half of them at the most from now on.</summary>
    public void Late(int together) => Most = Math.Max(1, Math.Min(Most, together / 2));

    /// <summary>The database was away: perhaps so many at once are what it cannot do. A few of them say nothing of that.</summary>
    public void Away(int together)
    {
        if (together > Most / 2)
        {
            Most = Math.Max(1, Most / 2);
        }
    }

    /// <summary>So many went through together: where no more would have been claimed, a few more are the next time.</summary>
    public void InTime(int together)
    {
        if (together == Most)
        {
            Most = Math.Min(_longest, Most + Math.Max(1, Most / 4));
        }
    }
}
