namespace OnCall.Testing.Providers;

/// <summary>An OpenTelemetry collector that takes whatever comes by OTLP over HTTP.</summary>
public sealed class StubCollector : HttpProviderStub
{
    private StubCollector()
        : base(0, null)
    {
    }

    public static async Task<StubCollector> StartAsync()
    {
        var stub = new StubCollector();
        await stub.ListenAsync();
        return stub;
    }

    protected override StubAnswer AllIsWell(ProviderRequest request) => new StubAnswer.Reply(200, "");
}
