using System.Diagnostics.Metrics;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Metrics;

/// <summary>How the engine stood when it was last read, as gauges. Whoever wants them fresh reads anew first.</summary>
internal sealed class EngineGauges
{
    private readonly ReadEngine _engine;
    private volatile EngineReading? _last;

    public EngineGauges(OnCallMeter meter, ReadEngine engine)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _engine = engine;
        Gauge("oncall.pages.open", "{page}", "Open pages of the installation.", r => r.Open.Select(l => new Measurement<double>(l.Open, OnCallMeter.Of(l.Urgency))));
        Gauge("oncall.pages.at_desk", "{page}", "Open pages that stand at the desk.", r => r.Open.Select(l => new Measurement<double>(l.AtDesk, OnCallMeter.Of(l.Urgency))));
        Gauge("oncall.queue.due", "{notification}", "Notifications that should go out and that nobody sends.", r => r.Queue.Select(l => new Measurement<double>(l.Due, OnCallMeter.Of(l.Channel))));
        Gauge("oncall.queue.claimed", "{notification}", "Notifications that a node is sending.", r => r.Queue.Select(l => new Measurement<double>(l.Claimed, OnCallMeter.Of(l.Channel))));
        Gauge("oncall.oldest_due.age", "s", "How long something due has been waiting.", r => [new(r.Lag.TotalSeconds)]);
        Gauge("oncall.sweep.age", "s", "Since the end of this process's last good sweep.", r => r.LastSweep is { } last ? [new((r.Now - last).TotalSeconds)] : []);
        Gauge("oncall.clock.offset", "s", "The database's clock minus this machine's.", r => [new(r.ClockOffset.TotalSeconds)]);

        void Gauge(string name, string unit, string description, Func<EngineReading, IEnumerable<Measurement<double>>> of) =>
            meter.Meter.CreateObservableGauge(name, () => _last is { } reading ? of(reading) : [], unit, description);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken) => _last = await _engine.RunAsync(cancellationToken);
}
