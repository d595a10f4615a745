using Microsoft.AspNetCore.Hosting;

namespace OnCall.Testing.Hosting;

/// <summary>Settings of a program that a test starts.</summary>
public static class HostSettings
{
    /// <summary>Gives the program all of them; none where there are none.</summary>
    public static IWebHostBuilder UseSettings(this IWebHostBuilder builder, IReadOnlyDictionary<string, string?>? settings)
    {
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            builder.UseSetting(name, value);
        }

        return builder;
    }
}
