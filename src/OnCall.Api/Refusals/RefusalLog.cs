using NodaTime;
using NodaTime.Text;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Refusals;

/// <summary>
/// Writes a line for each refused request and counts them all. A flood does not fill the log: one line a second for each reason and caller, with
/// how many were left out before it. They are no entries of the audit trail, which a stranger could fill.
/// </summary>
internal sealed partial class RefusalLog(OnCallMeter meter, IClock clock, TimeProvider time, ILogger<RefusalLog> log)
{
    /// <summary>Callers that are told apart at one time; a flood from more is one caller.</summary>
    internal const int MostCallers = 4096;

    private const string Others = "others";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(RefusalReason Why, string Caller, string Address), Told> _told = [];
    private long _cleared;

    public void Take(RefusedRequest refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        meter.Refused(refused.Why);
        if (LeftOutBefore(refused) is { } leftOut)
        {
            Refused(log, refused.Why, refused.Method, refused.Template, refused.Caller, refused.Address, InstantPattern.General.Format(clock.GetCurrentInstant()), leftOut);
        }
    }

    // Null when this one is left out too.
    private long? LeftOutBefore(RefusedRequest refused)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            var key = Key(refused, now);
            if (!_told.TryGetValue(key, out var told))
            {
                _told[key] = new Told(now, 0);
                return 0;
            }

            if (time.GetElapsedTime(told.At, now) < Rest)
            {
                _told[key] = told with { LeftOut = told.LeftOut + 1 };
                return null;
            }

            _told[key] = new Told(now, 0);
            return told.LeftOut;
        }
    }

    private (RefusalReason Why, string Caller, string Address) Key(RefusedRequest refused, long now)
    {
        var key = (refused.Why, refused.Caller, refused.Address);
        if (_told.Count >= MostCallers && !_told.ContainsKey(key) && time.GetElapsedTime(_cleared, now) >= Rest)
        {
            _cleared = now;

            // What was left out of theirs is in the metric.
            foreach (var old in _told.Where(t => time.GetElapsedTime(t.Value.At, now) >= Rest).Select(t => t.Key).ToArray())
            {
                _told.Remove(old);
            }
        }

        return _told.Count < MostCallers || _told.ContainsKey(key) ? key : (refused.Why, Others, Others);
    }

    [LoggerMessage(EventId = 1, EventName = "Refused", Level = LogLevel.Warning, Message = "Refused ({Why}): {Method} {Template} by {Caller} from {Address} at {At}; {LeftOut} more were left out since the last line of this caller")]
    private static partial void Refused(ILogger log, RefusalReason why, string method, string template, string caller, string address, string at, long leftOut);

    private readonly record struct Told(long At, long LeftOut);
}
