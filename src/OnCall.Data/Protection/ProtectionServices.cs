using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OnCall.Application;
using OnCall.Application.Sealing;

namespace OnCall.Data.Protection;

/// <summary>Composition of the key ring.</summary>
internal static class ProtectionServices
{
    /// <exception cref="WrongSettingException">A setting of the protection is wrong.</exception>
    internal static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ProtectionOptions.Read(configuration);
        var certificates = new[] { options.Certificate }.OfType<CertificatePlace>().Concat(options.FormerCertificates).Select(Certificates.Read).ToArray();
        var protection = services.AddDataProtection()
            .SetApplicationName("OnCall")
            .SetDefaultKeyLifetime(TimeSpan.FromDays(90))
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration
            {
                EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
                ValidationAlgorithm = ValidationAlgorithm.HMACSHA256,
            });
        if (certificates.Length > 0)
        {
            protection.UnprotectKeysWithAnyCertificate(certificates);
        }

        services.AddSingleton(options);
        services.AddSingleton(s => new KeyWraps(options, certificates, s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<KeyRingStore>();
        services.AddSingleton<ISealingKeys>(s => s.GetRequiredService<KeyRingStore>());
        services.AddSingleton<KeysOfBefore>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRingStore, KeyWraps>((ring, store, wraps) =>
            (ring.XmlRepository, ring.XmlEncryptor) = (store, wraps));

        // The framework would read the ring before the schema is there.
        foreach (var preload in services.Where(s => !s.IsKeyedService && s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(preload);
        }

        Steady(services);
        return services.AddHostedService<ProtectionStartup>();
    }

    private static void Steady(IServiceCollection services)
    {
        var own = services.Last(s => s.ServiceType == typeof(IDataProtectionProvider));
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(s => new SteadyProtection((IDataProtectionProvider)own.ImplementationFactory!(s))));
    }
}
