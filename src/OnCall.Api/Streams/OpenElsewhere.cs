using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;

namespace OnCall.Api.Streams;

/// <summary>Whose inbox is open on any node, as the database has it. Read when it is asked for, and at most twice a second.</summary>
internal sealed class OpenElsewhere(IOpenInboxStore store, IClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private Look? _last;

    public async ValueTask<IReadOnlySet<PersonId>> ReadAsync(CancellationToken cancellationToken)
    {
        if (FreshOrNull() is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (FreshOrNull() is { } meanwhile)
            {
                return meanwhile;
            }

            var open = await store.OpenAsync(clock.GetCurrentInstant(), cancellationToken);
            _last = new Look(open, time.GetTimestamp());
            return open;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private IReadOnlySet<PersonId>? FreshOrNull() => _last is { } look && time.GetElapsedTime(look.At) < Fresh ? look.Open : null;

    private sealed record Look(IReadOnlySet<PersonId> Open, long At);
}
