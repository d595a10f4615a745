using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Metrics;

/// <summary>Adds up what the meter of this program measures.</summary>
internal sealed class MetricStore(OnCallMeter meter) : IDisposable
{
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, MetricSeries>> _measured = new();
    private readonly MeterListener _listener = new();

    /// <summary>Listens from here on.</summary>
    public void Begin()
    {
        // This meter and no other of its name: several programs may run in one process of tests.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
        meter.Begin();
    }

    /// <summary>The bounds of a histogram's buckets; none for any other instrument.</summary>
    public static IReadOnlyList<double> BoundsOf(Instrument instrument) =>
        (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? [];

    /// <summary>Every instrument by name, with its labels as they are written.</summary>
    public IEnumerable<(Instrument Instrument, IReadOnlyList<(string Labels, MetricSeries Series)> Series)> Read()
    {
        _listener.RecordObservableInstruments();
        return _measured.OrderBy(m => m.Key.Name, StringComparer.Ordinal)
            .Select(m => (m.Key, (IReadOnlyList<(string, MetricSeries)>)[.. m.Value.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value))]));
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) => _measured
        .GetOrAdd(instrument, static _ => new ConcurrentDictionary<string, MetricSeries>(StringComparer.Ordinal))
        .GetOrAdd(PrometheusText.Labels(labels), static (_, i) => new MetricSeries(BoundsOf(i)), instrument)
        .Take(instrument, value);
}
