using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>When this node last put paper into its folder.</summary>
public sealed class PaperRecord
{
    private readonly Lock _lock = new();
    private Instant? _printedAt;

    /// <summary>Null until it has once succeeded since the start.</summary>
    public Instant? PrintedAt
    {
        get
        {
            lock (_lock)
            {
                return _printedAt;
            }
        }
    }

    public void Printed(Instant at)
    {
        lock (_lock)
        {
            _printedAt = at;
        }
    }
}
