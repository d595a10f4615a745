using NodaTime;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A query of a witness, read past every fault.</summary>
internal abstract class Look : IDisposable
{
    public abstract Look With(long value);

    public abstract Look With(string value);

    /// <summary>Goes to the next row; false, and back at the start, after the last one.</summary>
    public abstract bool Read();

    public abstract void Reset();

    public abstract bool IsNull(int column);

    public abstract long Number(int column);

    public abstract string Text(int column);

    public abstract Instant At(int column);

    public Guid Id(int column) => Guid.ParseExact(Text(column), "D");

    public Instant? AtOrNull(int column) => IsNull(column) ? null : At(column);

    public abstract void Dispose();
}
