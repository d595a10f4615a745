using System.Diagnostics.Metrics;

namespace OnCall.Application.Tests.Alarms;

/// <summary>The instruments of one process that have counted something since this was made.</summary>
internal sealed class CountedInstruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public CountedInstruments(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => _names.Add(instrument.Name));
        _listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => _names.Add(instrument.Name));
        _listener.Start();
    }

    /// <summary>Their names without sweeps, which go on by themselves.</summary>
    public IEnumerable<string> All => _names.Where(n => !n.StartsWith("oncall.sweep", StringComparison.Ordinal));

    public void Dispose() => _listener.Dispose();
}
