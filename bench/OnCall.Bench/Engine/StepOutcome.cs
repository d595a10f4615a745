using System.Globalization;

namespace OnCall.Bench.Engine;

/// <summary>How late so many steps were, and how many seconds after the first was due the last was written.</summary>
internal sealed record StepOutcome(int Count, int Written, List<double> Late, double Last)
{
    public double P99 => Machine.Percentile(Late, 99);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Written} of {Count} written, late {Machine.Percentiles(Late)}; the last {Last:0.00} s after the first was due");
}
