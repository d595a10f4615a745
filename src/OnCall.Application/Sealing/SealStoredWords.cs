using NodaTime;

namespace OnCall.Application.Sealing;

/// <summary>
/// Seals what was stored plain, and anew what retired keys sealed. In small parts with pauses between them, so that no page waits behind it;
/// stopped at any moment it goes on where it was.
/// </summary>
public sealed class SealStoredWords(IStoredWords words, IClock clock)
{
    private const int RowsOfAPart = 200;
    private const int MostParts = 200;

    private static readonly Duration Claim = Duration.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>How many rows were sealed.</returns>
    public async Task<int> RunAsync(string node, CancellationToken cancellationToken)
    {
        var total = 0;
        for (var part = 0; part < MostParts; part++)
        {
            var now = clock.GetCurrentInstant();
            if (await words.SealSomeAsync(node, now, now + Claim, RowsOfAPart, cancellationToken) is not { } done)
            {
                break;
            }

            total += done;
            if (done > 0)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }

        return total;
    }
}
