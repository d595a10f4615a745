using System.Security.Cryptography;
using NodaTime;

namespace OnCall.Application.Devices;

/// <summary>The keys that pushes are signed with: made when the first is asked for, and anew where no private half can be opened any more.</summary>
public sealed class PushKeys(IPushKeyStore store, IClock clock)
{
    private const int Tries = 3;

    private volatile IReadOnlyList<PushKey> _known = [];

    /// <summary>What a browser subscribes under.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<PushKey> CurrentAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (highest, keys) = await store.ReadAsync(cancellationToken);
            if (keys.Count > 0)
            {
                _known = keys;
                return keys[0];
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException("The key of pushes could be neither read nor written.");
            }

            // Whoever is second with the number finds the first one's.
            await store.AddAsync(Fresh(highest + 1), cancellationToken);
        }
    }

    /// <summary>The key of that number; null where its private half can be opened no more.</summary>
    public async ValueTask<PushKey?> OfAsync(int number, CancellationToken cancellationToken)
    {
        if (Known(number) is { } known)
        {
            return known;
        }

        _known = (await store.ReadAsync(cancellationToken)).Keys;
        return Known(number);
    }

    private PushKey? Known(int number) => _known.FirstOrDefault(k => k.Number == number);

    private PushKey Fresh(int number)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new PushKey(number, [0x04, .. point.X!, .. point.Y!], pair.ExportPkcs8PrivateKey(), clock.GetCurrentInstant());
    }
}
