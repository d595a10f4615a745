namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>Waits in real time for what other processes do.</summary>
internal static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until it is so; past <paramref name="longest"/> the test fails and says <paramref name="why"/>.</summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo, TimeSpan longest, Func<string> why, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > longest)
            {
                throw new TimeoutException(why());
            }

            await Task.Delay(Between, cancellationToken);
        }
    }

    public static Task TrueAsync(Func<bool> isSo, TimeSpan longest, Func<string> why, CancellationToken cancellationToken) =>
        TrueAsync(() => Task.FromResult(isSo()), longest, why, cancellationToken);
}
