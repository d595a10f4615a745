namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Something written, around a change of the clocks.</summary>
internal sealed record Trial<T>(ZoneChange Change, T Written)
    where T : ISmaller<T>
{
    public IEnumerable<Trial<T>> Smaller() => Written.Smaller().Select(less => this with { Written = less });

    public override string ToString() => $"{Change}{Environment.NewLine}{Written}{Environment.NewLine}";
}
