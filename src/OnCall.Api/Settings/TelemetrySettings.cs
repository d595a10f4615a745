namespace OnCall.Api.Settings;

/// <summary>Settings of telemetry: <c>OnCall__Telemetry__*</c>.</summary>
public sealed class TelemetrySettings
{
    /// <summary>Where an OpenTelemetry collector takes OTLP over HTTP, such as <c>http://localhost:4318</c>; null exports nothing.</summary>
    public string? OtlpEndpoint { get; set; }
}
