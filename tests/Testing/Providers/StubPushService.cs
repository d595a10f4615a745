namespace OnCall.Testing.Providers;

/// <summary>A push service (RFC 8030): takes any push at any path below it.</summary>
public sealed class StubPushService : HttpProviderStub
{
    private StubPushService()
        : base(0, null)
    {
    }

    public static async Task<StubPushService> StartAsync()
    {
        var stub = new StubPushService();
        await stub.ListenAsync();
        return stub;
    }

    protected override StubAnswer AllIsWell(ProviderRequest request) => new StubAnswer.Reply(201, "");
}
