namespace OnCall.Api.Settings;

/// <summary>What must be known of the settings before the services are built.</summary>
internal static class EngineMode
{
    /// <summary>True unless <c>OnCall__Scheduler__InProcess</c> says false; a value that is neither stops the start elsewhere.</summary>
    internal static bool InProcess(IConfiguration configuration) =>
        !string.Equals(configuration[$"{OnCallOptions.Section}:Scheduler:InProcess"], "false", StringComparison.OrdinalIgnoreCase);
}
