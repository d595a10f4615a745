using OnCall.Application.Devices;

namespace OnCall.Application.Tests.Devices;

/// <summary>A house that pushes to browsers by one push service alone.</summary>
internal sealed class OneService : IWebPush
{
    public bool IsConfigured { get; set; } = true;

    public bool Allows(string endpoint) => endpoint.StartsWith("https://push.example/", StringComparison.Ordinal);
}
