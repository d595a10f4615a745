using NodaTime;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those who stop nodes in good order to update them.</summary>
internal sealed class Updates(Process outside, Cluster cluster, Scene scene, Chance chance)
{
    public void Start()
    {
        for (var updates = scene.Restarts; updates > 0; updates--)
        {
            outside.Start(async () =>
            {
                await outside.Time.PassAsync(chance.Between(Duration.Zero, scene.Lively));
                cluster.Restart(chance.Between(Duration.FromSeconds(1), Duration.FromSeconds(20)));
            });
        }
    }
}
