using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>Remembers keys in force for a moment.</summary>
internal sealed class KeyCache(IKeyReads keys, IClock clock, TimeProvider time)
{
    private readonly ShortMemory<KeyHolder> _holders = new(time);

    public async Task<KeyHolder?> BySecretAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = ApiKeySecret.Hash(secret);
        return InForce(await _holders.FindAsync(hash, (keys, hash), static (s, token) => s.keys.FindByHashAsync(s.hash, token), cancellationToken));
    }

    public async Task<KeyHolder?> ByIdAsync(ApiKeyId key, CancellationToken cancellationToken) =>
        InForce(await _holders.FindAsync(key.ToString(), (keys, key), static (s, token) => s.keys.FindAsync(s.key, token), cancellationToken));

    public void Empty() => _holders.Empty();

    private KeyHolder? InForce(KeyHolder? holder) => holder?.ExpiresAt is { } end && end <= clock.GetCurrentInstant() ? null : holder;
}
