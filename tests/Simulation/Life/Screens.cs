using NodaTime;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those who have their inbox open for a while, on whichever node their stream came to.</summary>
internal sealed class Screens(Process outside, Cluster cluster, House house, Scene scene, Chance chance, Sight sight)
{
    public void Start()
    {
        for (var screens = scene.OpenScreens; screens > 0; screens--)
        {
            outside.Start(() => OpenAsync(chance.Between(Duration.Zero, scene.Lively), chance.Between(Duration.FromSeconds(5), scene.Lively)));
        }
    }

    private async Task OpenAsync(Duration at, Duration time)
    {
        await outside.Time.PassAsync(at);
        if (cluster.Any() is not { } node)
        {
            return;
        }

        var screen = new Screen(chance.Pick(house.People).Id, node.Process.Name, outside.Loop.Now);
        sight.Screens.Add(screen);
        cluster.ScreensMatter();
        node.Inboxes.Open(screen.Person);
        await outside.Time.PassAsync(time);
        node.Inboxes.Close(screen.Person);
        screen.Until = Instant.Min(screen.Until, outside.Loop.Now);
    }
}
