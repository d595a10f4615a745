using System.Diagnostics.Metrics;

namespace OnCall.Api.Metrics;

/// <summary>What one instrument has measured under one set of labels.</summary>
internal sealed class MetricSeries(IReadOnlyList<double> bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[bounds.Count + 1];
    private double _value;
    private long _count;

    public void Take(Instrument instrument, double value)
    {
        lock (_gate)
        {
            // A counter and a histogram add up; what is observed is told whole each time.
            _value = instrument.IsObservable ? value : _value + value;
            _count++;
            _buckets[Bucket(value)]++;
        }
    }

    /// <summary>The value, or the sum of a histogram; its count; and how many measurements are at or below each bound.</summary>
    public (double Value, long Count, long[] AtMost) Read()
    {
        lock (_gate)
        {
            var atMost = new long[bounds.Count];
            var sum = 0L;
            for (var i = 0; i < atMost.Length; i++)
            {
                atMost[i] = sum += _buckets[i];
            }

            return (_value, _count, atMost);
        }
    }

    private int Bucket(double value)
    {
        var i = 0;
        while (i < bounds.Count && value > bounds[i])
        {
            i++;
        }

        return i;
    }
}
