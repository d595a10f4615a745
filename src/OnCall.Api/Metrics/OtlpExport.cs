using System.Runtime.CompilerServices;
using OnCall.Application.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace OnCall.Api.Metrics;

/// <summary>Sends the metrics to an OpenTelemetry collector once a minute, and a last time at the end.</summary>
internal static class OtlpExport
{
    // A call of its own: a node that exports nothing never loads OpenTelemetry.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static IDisposable Start(Uri collector) => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(r => r.AddService("oncall"))
        .AddMeter(OnCallMeter.Name)
        .AddOtlpExporter(o =>
        {
            o.Protocol = OtlpExportProtocol.HttpProtobuf;
            o.Endpoint = collector.AbsolutePath.Length > 1 ? collector : new Uri(collector, "v1/metrics");
        })
        .Build();
}
