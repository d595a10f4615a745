using NodaTime;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>Crashes and pauses nodes before any of their turns, which is at any of their awaits.</summary>
internal sealed class Mischief(Scene scene, Chance chance, Cluster cluster, Instant start)
{
    private const int Cases = 10_000;
    private const int MostCrashes = 4;
    private const int MostPauses = 3;

    private readonly Instant _calm = start + scene.Lively;
    private int _crashes;
    private int _pauses;

    public void BeforeTurn(Process process)
    {
        if (process.Loop.Now >= _calm || process.IsDead || process.IsPaused || !cluster.Runs(process))
        {
            return;
        }

        if (_crashes < MostCrashes && chance.Below(Cases) < scene.Crashes)
        {
            _crashes++;
            cluster.Crash(process, chance.Between(Duration.FromMilliseconds(500), Duration.FromSeconds(chance.OneIn(3) ? 60 : 8)));
        }
        else if (_pauses < MostPauses && chance.Below(Cases) < scene.Pauses)
        {
            _pauses++;
            cluster.Pause(process, chance.Between(Duration.FromMilliseconds(100), Duration.FromSeconds(chance.OneIn(3) ? 45 : 12)));
        }
    }
}
