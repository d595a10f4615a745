using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Testing.Hosting;

/// <summary>Runs <c>Program</c> with settings and services of a test.</summary>
internal sealed class ProgramFactory(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> services) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSettings(settings).ConfigureTestServices(services);
    }
}
