namespace OnCall.Simulation.Tests.Turns;

/// <summary>Something that a process could do now.</summary>
/// <param name="Bare">
/// Runs outside the process's context: libraries that resume without a context (Dapper) then go on at once instead of on a thread of the pool.
/// </param>
internal readonly record struct Turn(Process Owner, SendOrPostCallback Act, object? State, bool Bare)
{
    public void Run() => Owner.Take(this);
}
