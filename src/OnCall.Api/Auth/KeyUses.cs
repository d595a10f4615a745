using System.Collections.Concurrent;
using System.Threading.Channels;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>
/// Notes when keys were last used: for each at most once a minute and node, and behind the requests' backs, so that no page waits for it. What
/// cannot be written is written after a later request.
/// </summary>
internal sealed class KeyUses(IKeyStore keys, IClock clock) : BackgroundService
{
    private static readonly Duration Apart = Duration.FromMinutes(1);

    // More than keys in use: what does not fit is noted a minute later.
    private readonly Channel<(ApiKeyId Key, Instant At)> _waiting = Channel.CreateBounded<(ApiKeyId, Instant)>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConcurrentDictionary<ApiKeyId, Instant> _noted = new();

    /// <summary>This key has just let somebody in. Waits for nothing.</summary>
    public void Note(ApiKeyId key)
    {
        var now = clock.GetCurrentInstant();
        var before = _noted.GetValueOrDefault(key, Instant.MinValue);
        if (now - before >= Apart && (before == Instant.MinValue ? _noted.TryAdd(key, now) : _noted.TryUpdate(key, now, before)))
        {
            _waiting.Writer.TryWrite((key, now));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var uses = new Dictionary<ApiKeyId, Instant>();
            while (_waiting.Reader.TryRead(out var use))
            {
                uses[use.Key] = use.At;
            }

            try
            {
                await keys.UseAsync(uses, stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                foreach (var key in uses.Keys)
                {
                    _noted.TryRemove(key, out _);
                }
            }
        }
    }
}
