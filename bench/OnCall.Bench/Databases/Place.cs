using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Bench.Engine;

namespace OnCall.Bench.Databases;

/// <summary>The large hospital in one of the databases, with its engine at work and escalations armed.</summary>
internal sealed class Place : IAsyncDisposable
{
    public const int Armed = 40_000;
    private const int ServerBatch = 64;

    private Place(EngineHouse house, StepTimes times, bool isServer) => (House, Times, IsServer, Hospital) = (house, times, isServer, new BigHospital(house));

    public EngineHouse House { get; }

    public BigHospital Hospital { get; }

    public StepTimes Times { get; }

    public bool IsServer { get; }

    public static async Task<Place> OpenAsync(string? server)
    {
        var times = new StepTimes();
        var place = new Place(await EngineHouse.OpenAsync(services => Add(services, times, server is not null), server: server), times, server is not null);
        await place.Hospital.BuildAsync();
        for (var i = 0; i < BigHospital.Roles; i++)
        {
            await place.Hospital.SendAsync(i, "urgent");
        }

        await place.Hospital.ArmAsync(Armed, place.House.Get<IClock>().GetCurrentInstant() + Duration.FromHours(4));
        await place.House.StartAsync();
        await Task.Delay(2000);
        return place;
    }

    // A TDS-compatible engine fails to hand over many long texts at once (docs/sql-server.md).
    private static void Add(IServiceCollection services, StepTimes times, bool isServer)
    {
        SignalListening.Add(services, times);
        if (isServer)
        {
            services.AddSingleton(new SweepSizes(ServerBatch, SweepSizes.Usual.Together));
        }
    }

    /// <summary>Waits until nothing reaches the providers any more, so that the other database has the machine for itself.</summary>
    public async Task QuietAsync()
    {
        for (var (before, now) = (-1, Arrived()); now != before; (before, now) = (now, Arrived()))
        {
            await Task.Delay(2000);
        }
    }

    /// <summary>Lets go of what the providers noted.</summary>
    public void Forget()
    {
        foreach (var sink in House.Sinks.Values)
        {
            sink.Arrived.Clear();
        }
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private int Arrived() => House.Sinks.Values.Sum(s => s.Arrived.Count);
}
