using OnCall.Domain.Access;

namespace OnCall.Application.Access;

/// <summary>Finds who holds a key. Revoked keys and those of inactive people are not found.</summary>
public interface IKeyReads
{
    /// <param name="hash">See <see cref="ApiKeySecret.Hash"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<KeyHolder?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    Task<KeyHolder?> FindAsync(ApiKeyId key, CancellationToken cancellationToken);
}
