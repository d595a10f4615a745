namespace OnCall.Api.Settings;

/// <summary>What the demo hospital changes before the services are built.</summary>
internal static class DemoMode
{
    /// <summary>In the Development demo, channels without settings print on the console; in Production they are unreachable, and said so.</summary>
    internal static bool PrintsMessages(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment()
        && !string.Equals(builder.Configuration[$"{OnCallOptions.Section}:Demo"], "false", StringComparison.OrdinalIgnoreCase);
}
