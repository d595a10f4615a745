using System.Security.Cryptography;
using System.Xml;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OnCall.Application;

namespace OnCall.Data.Protection;

/// <summary>
/// After the schema and before anything is served: reads what wraps the keys, proves that every key unwraps, takes over keys of before, wraps by the
/// newest what a former one wrapped, and sees to it that a key is there to seal with.
/// </summary>
internal sealed class ProtectionStartup(KeyWraps wraps, KeyRingStore ring, KeysOfBefore before, IServiceProvider services) : IHostedLifecycleService
{
    private const int MostTries = 5;

    /// <exception cref="WrongSettingException">What unwraps the keys is missing or another one; the message says what to do.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var keys = await ring.AllAsync(cancellationToken);
        wraps.ReadOnce(keys.Count > 0);
        foreach (var key in keys)
        {
            await CheckAsync(key, cancellationToken);
        }

        await before.TakeOverAsync(cancellationToken);
        MakeSure();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CheckAsync(KeyRow key, CancellationToken cancellationToken)
    {
        if (!wraps.IsOurs(key))
        {
            throw new WrongSettingException(key.MarkedBy is { } marked && !wraps.Names.Contains(marked)
                ? WrongFile(key)
                : $"The key {key.Id} in the table protection_key is not as OnCall wrote it: somebody put it there or changed it, or it is of a version before keys had marks. Nothing was changed. If the audit trail has an entry protection.make-key or protection.take-over-key for it, and nobody changed it since, say: protection accept {key.Id}. If not: protection remove {key.Id}. See docs/security.md.");
        }

        try
        {
            var plain = WrappedKey.Unwrap(key.ToElement(), services.GetRequiredService<IActivator>());
            if (key.MarkedBy != wraps.Name)
            {
                await ring.ChangeAsync(KeyRow.Of(WrappedKey.Wrap(plain, wraps), key.Id, wraps), key.Element, "protection.rewrap-key", cancellationToken);
            }
        }
        catch (Exception error) when (error is CryptographicException or FormatException or XmlException or InvalidOperationException)
        {
            throw new WrongSettingException(WrongFile(key), error);
        }
    }

    private string WrongFile(KeyRow key) =>
        $"OnCall__Protection: the key {key.Id} in the database was wrapped by {key.MarkedBy}, and what is there now ({string.Join(", ", wraps.Names)}) does not unwrap it. Bring the right key file or certificate back from its backup, or name it as a former one. Nothing was changed; see docs/security.md.";

    // The ring is read now, and its first key made. Where two nodes make one in the same moment, the second finds the first's.
    private void MakeSure()
    {
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("OnCall.Start");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                protector.Protect([]);
                return;
            }
            catch (CryptographicException) when (attempt < MostTries)
            {
            }
        }
    }
}
