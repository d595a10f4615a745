using NodaTime;
using OnCall.Data;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>
/// How the program takes SQL Server's errors (<see cref="SqlServerDatabase"/>): what passes is tried again for 5 s, a commit that was not answered is asked for, and
/// what is left is told as the database's being away, with or without a write that may stand.
/// </summary>
internal sealed class ServerManners(Process process)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Duration ToAsk = Duration.FromMilliseconds(50);
    private readonly TriedAgain _again = new(process.Time, static error => error is SimulatedError);
    private int _lost;

    public Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => _again.RunAsync(read, Patience, cancellationToken);

    /// <param name="commit">Keeps its result where its answer may be lost.</param>
    public Task<T> CommitAsync<T>(Func<Action<T>, Task<T>> commit, CancellationToken cancellationToken) => _again.RunAsync(
        async () =>
        {
            var written = default(T)!;
            try
            {
                return await commit(result => written = result);
            }
            catch (SimulatedError error) when (error.IsAfterCommit)
            {
                await AskAsync(error);
                return written;
            }
        },
        Patience,
        cancellationToken);

    // Of two lost answers one is had by asking; what would have to be away for 15 s for the other would hardly ever be.
    private Task AskAsync(SimulatedError lost) =>
        _lost++ % 2 == 0 ? AnsweredAsync() : throw new OutcomeUnknownException("The database broke off in the moment of the commit and has not answered since.", lost);

    private async Task AnsweredAsync()
    {
        await process.Yield();
        await process.Time.PassAsync(ToAsk);
    }
}
