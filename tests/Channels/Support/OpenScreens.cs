using OnCall.Channels.InApp;

namespace OnCall.Channels.Tests.Support;

/// <summary>Screens that are open for the addresses given.</summary>
internal sealed class OpenScreens(params string[] open) : IOpenStreams
{
    public bool IsOpen(string address) => open.Contains(address, StringComparer.Ordinal);
}
