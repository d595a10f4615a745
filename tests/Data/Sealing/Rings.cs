using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Data.Sealing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Sealing;

/// <summary>A ring of keys to which a newer key can be added, as 90 days do.</summary>
internal sealed class Rings : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-ring-");
    private readonly List<ServiceProvider> _open = [];

    /// <summary>Opens what every key sealed, and seals by the newest.</summary>
    public TextSeal Open() => TestSeal.With(Services().GetRequiredService<IDataProtectionProvider>());

    public TextSeal OpenWithNewKey()
    {
        var now = TimeProvider.System.GetUtcNow();
        Services().GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        return Open();
    }

    public void Dispose()
    {
        _open.ForEach(s => s.Dispose());
        _folder.Delete(recursive: true);
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging().AddDataProtection().SetApplicationName("OnCall").PersistKeysToFileSystem(_folder).Services.BuildServiceProvider();
        _open.Add(services);
        return services;
    }
}
