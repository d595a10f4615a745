using System.Diagnostics;

namespace OnCall.Ldap;

/// <summary>When a sign-in must have its answer.</summary>
internal readonly struct Deadline(TimeSpan whole)
{
    private readonly long _from = Stopwatch.GetTimestamp();

    internal TimeSpan Left => Stopwatch.GetElapsedTime(_from) is var gone && gone < whole ? whole - gone : TimeSpan.Zero;

    /// <exception cref="TimeoutException">Nothing is left.</exception>
    internal TimeSpan LeftOrThrow() => Left is var left && left > TimeSpan.Zero ? left : throw new TimeoutException();
}
