using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access;

namespace OnCall.Data.Directory;

/// <summary>The stores of the directory and of access.</summary>
internal static class DirectoryStores
{
    internal static IServiceCollection AddDirectoryStores(this IServiceCollection services)
    {
        services.AddSingleton<KeyStore>();
        services.AddSingleton<IKeyReads>(s => s.GetRequiredService<KeyStore>());
        return services;
    }
}
