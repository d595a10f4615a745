using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Data.Alarms;
using OnCall.Data.Directory;
using OnCall.Data.Paging;
using OnCall.Testing;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Alarms;

/// <summary>The program without an engine, which is looked at when a test says so; after 15 s that is an alarm.</summary>
internal sealed class AlarmHouse : IAsyncDisposable
{
    private AlarmHouse(ApiHost host, Breaker database)
    {
        Host = host;
        Database = database;
    }

    public ApiHost Host { get; }

    /// <summary>Breaks the database under keys, pages and alarms.</summary>
    public Breaker Database { get; }

    public static async Task<AlarmHouse> OpenAsync(IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null)
    {
        var breaker = new Breaker();
        var host = await ApiHost.StartAsync(settings: settings, services: services => services
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(s => breaker.Over<IPageStore>(ActivatorUtilities.CreateInstance<PageStore>(s)))
            .AddSingleton(s => breaker.Over<IKeyReads>(s.GetRequiredService<KeyStore>()))
            .AddSingleton(s => breaker.Over<IAlarmStore>(ActivatorUtilities.CreateInstance<AlarmStore>(s)))
            .AddSingleton(s => breaker.Over<INodeBeats>(ActivatorUtilities.CreateInstance<NodeBeatStore>(s))));
        var house = new AlarmHouse(host, breaker);
        await house.LookAsync();
        return house;
    }

    /// <summary>Lets time pass and looks at the end of it.</summary>
    public async Task LookAsync(int after = 0)
    {
        Host.Clock.Advance(Duration.FromSeconds(after));
        await Host.Services.GetRequiredService<WatchEngine>().RunAsync(CancellationToken.None);
    }

    /// <summary>A client of somebody with that permission.</summary>
    public async Task<HttpClient> AsAsync(string permission)
    {
        await Host.Admin.PutAsync($"/api/v1/people/{permission}", $$"""{"name":"{{permission}}","permissions":[{"permission":"{{permission}}"}]}""");
        var key = await (await Host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{permission}}"}""")).ReadAsync();
        return Host.With(key.Text("key")!);
    }

    public static async Task<IReadOnlyList<string?>> KindsAsync(HttpClient client, string query = "")
    {
        var list = await (await client.GetPathAsync("/api/v1/alarms" + query)).ReadAsync();
        return [.. list.GetProperty("items").EnumerateArray().Select(a => a.Text("kind"))];
    }

    public async Task<(int Status, JsonElement Body)> HealthAsync()
    {
        using var answer = await Host.Anonymous.GetPathAsync("/health/engine");
        return ((int)answer.StatusCode, await answer.ReadAsync());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
