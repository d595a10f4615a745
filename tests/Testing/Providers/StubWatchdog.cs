namespace OnCall.Testing.Providers;

/// <summary>An outside watchdog: takes any request with 200.</summary>
public sealed class StubWatchdog : HttpProviderStub
{
    private StubWatchdog(TimeProvider? time)
        : base(0, time)
    {
    }

    public static async Task<StubWatchdog> StartAsync(TimeProvider? time = null)
    {
        var stub = new StubWatchdog(time);
        await stub.ListenAsync();
        return stub;
    }

    protected override StubAnswer AllIsWell(ProviderRequest request) => new StubAnswer.Reply(200, "OK");
}
