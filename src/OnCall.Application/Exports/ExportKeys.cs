using System.Security.Cryptography;
using NodaTime;

namespace OnCall.Application.Exports;

/// <summary>The keys that exports are signed with: made when the first export is, and anew where the private half can be opened no more.</summary>
public sealed class ExportKeys(ISigningKeys keys, IKeyGuard guard, IClock clock)
{
    /// <summary>With its private half. The caller disposes of it.</summary>
    public async Task<ECDsa> CurrentAsync(CancellationToken cancellationToken)
    {
        foreach (var stored in await keys.AllAsync(cancellationToken))
        {
            if (guard.Open(stored.PrivateKey) is { } secret)
            {
                var known = ECDsa.Create();
                known.ImportPkcs8PrivateKey(secret, out _);
                return known;
            }
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = Convert.ToBase64String(made.ExportSubjectPublicKeyInfo());
        await keys.AddAsync(
            new SigningKey(Domain.Exports.SignedFile.IdOf(made), publicKey, guard.Protect(made.ExportPkcs8PrivateKey()), clock.GetCurrentInstant()), cancellationToken);
        return made;
    }
}
