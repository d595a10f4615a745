namespace OnCall.Data;

/// <summary>Does work again whose error passes by itself, for a while, with pauses from 50 ms to 1 s.</summary>
/// <param name="passes">Which errors do.</param>
internal sealed class TriedAgain(TimeProvider time, Func<Exception, bool> passes)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <exception cref="DatabaseAwayException">It went on failing so.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = Shorter(pause * 2, LongestPause))
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (passes(error) && !cancellationToken.IsCancellationRequested)
            {
                if (time.GetElapsedTime(since) + pause > patience)
                {
                    throw error as DatabaseAwayException ?? new DatabaseAwayException($"The database does not answer: {error.Message}", error);
                }
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
