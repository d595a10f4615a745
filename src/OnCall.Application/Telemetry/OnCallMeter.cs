using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Telemetry;

/// <summary>
/// What this process counts of its own work. Labels are classes, channels and outcomes: never a name, an address, a reference or a word
/// of a page, so that whoever may read metrics learns nothing of anybody.
/// </summary>
public sealed class OnCallMeter : IDisposable
{
    public const string Name = "OnCall";

    private static readonly double[] Waits = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 14400];
    private static readonly double[] Sweeps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // Made once: a label is asked for with every attempt.
    private static readonly FrozenDictionary<ContactMethodKind, KeyValuePair<string, object?>> Channels =
        Enum.GetValues<ContactMethodKind>().ToFrozenDictionary(c => c, c => new KeyValuePair<string, object?>("channel", CamelCase.Of(c.ToString())));

    private static readonly FrozenDictionary<DeliveryStatus, KeyValuePair<string, object?>> Statuses =
        Enum.GetValues<DeliveryStatus>().ToFrozenDictionary(s => s, s => new KeyValuePair<string, object?>("status", KebabCase.Of(s.ToString())));

    private readonly Counter<long> _accepted;
    private readonly Counter<long> _acknowledged;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _receipts;
    private readonly Counter<long> _notices;
    private readonly Histogram<double> _sweep;
    private readonly Counter<long> _failedSweeps;
    private readonly Counter<long> _readsUnaudited;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _refusals;

    public OnCallMeter()
    {
        _accepted = Meter.CreateCounter<long>("oncall.pages.accepted", "{page}", "Pages that this process accepted.");
        _acknowledged = Meter.CreateCounter<long>("oncall.pages.acknowledged", "{page}", "Pages that enough people took, told to this process.");
        _wait = Meter.CreateHistogram("oncall.page.time_to_acknowledge", "s", "From a page's acceptance until enough people had taken it.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Waits });
        _attempts = Meter.CreateCounter<long>("oncall.notifications.sent", "{attempt}", "Attempts to send a notification, by what came of them at once.");
        _receipts = Meter.CreateCounter<long>("oncall.notifications.receipts", "{receipt}", "What providers reported later.");
        _notices = Meter.CreateCounter<long>("oncall.notices.sent", "{attempt}", "Attempts to send a notice, by what came of them at once.");
        _sweep = Meter.CreateHistogram("oncall.sweep.duration", "s", "How long the good sweeps of this process took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Sweeps });
        _failedSweeps = Meter.CreateCounter<long>("oncall.sweeps.failed", "{sweep}", "Sweeps of this process that failed.");
        _readsUnaudited = Meter.CreateCounter<long>("oncall.audit.reads_unwritten", "{read}", "Pages that were shown while that could not be written to the audit trail.");
        _unreadable = Meter.CreateCounter<long>("oncall.sealed.unreadable", "{value}", "Stored words that could not be opened when they were read: their key is lost, or they were changed.");
        _refusals = Meter.CreateCounter<long>("oncall.refusals", "{request}", "Requests that this process refused for who sent them or how.");
    }

    public Meter Meter { get; } = new(Name);

    /// <summary>Lets every counter appear as nought, so that a first failure is seen as a change.</summary>
    public void Begin()
    {
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            _accepted.Add(0, Of(urgency));
            _acknowledged.Add(0, Of(urgency));
        }

        _failedSweeps.Add(0);
        _readsUnaudited.Add(0);
        _unreadable.Add(0);
        foreach (var why in Enum.GetValues<RefusalReason>())
        {
            _refusals.Add(0, Of(why));
        }
    }

    /// <summary>A request was refused.</summary>
    public void Refused(RefusalReason why) => _refusals.Add(1, Of(why));

    /// <summary>Stored words could not be opened.</summary>
    public void Unreadable() => _unreadable.Add(1);

    public void Accepted(Urgency urgency) => _accepted.Add(1, Of(urgency));

    public void Acknowledged(Urgency urgency, Duration after)
    {
        _acknowledged.Add(1, Of(urgency));
        _wait.Record(after.TotalSeconds, Of(urgency));
    }

    public void Sent(ContactMethodKind channel, DeliveryStatus status) => _attempts.Add(1, Of(channel), Of(status));

    /// <summary>What a decision that is written has settled by itself.</summary>
    public void Written(PageChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var notification in change.Notifications)
        {
            if (notification.Answer is { } answer)
            {
                Sent(notification.Method.Kind, answer.Status);
            }
        }
    }

    public void Reported(ContactMethodKind channel, DeliveryStatus status) => _receipts.Add(1, Of(channel), Of(status));

    public void NoticeSent(ContactMethodKind channel, DeliveryStatus status) => _notices.Add(1, Of(channel), Of(status));

    public void Swept(TimeSpan took) => _sweep.Record(took.TotalSeconds);

    public void ReadsUnaudited(int count) => _readsUnaudited.Add(count);

    public void SweepFailed() => _failedSweeps.Add(1);

    public void Dispose() => Meter.Dispose();

    /// <summary>The label of an urgency: as the API writes it.</summary>
    public static KeyValuePair<string, object?> Of(Urgency urgency) => new("urgency", urgency.ToName());

    /// <summary>The label of a channel: as the API writes it.</summary>
    public static KeyValuePair<string, object?> Of(ContactMethodKind channel) => Channels[channel];

    private static KeyValuePair<string, object?> Of(RefusalReason why) => new("why", KebabCase.Of(why.ToString()));

    private static KeyValuePair<string, object?> Of(DeliveryStatus status) => Statuses[status];
}
