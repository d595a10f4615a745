using NodaTime;
using OnCall.Data;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Storing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>The machines of a run and what runs on them.</summary>
internal sealed class Cluster(Process outside, Scene scene, Chance chance, Storage storage, Trouble trouble, NodeWorld world, Sight sight)
{
    private readonly Node?[] _nodes = new Node?[scene.Nodes];
    private int _starts;
    private bool _anyScreens;

    public void StartAll()
    {
        for (var machine = 0; machine < _nodes.Length; machine++)
        {
            Start(machine);
        }
    }

    public bool Runs(Process process) => Array.Exists(_nodes, n => n?.Process == process);

    /// <summary>Whichever node takes the next request; null when none is up.</summary>
    public Node? Any()
    {
        var up = Array.FindAll(_nodes, n => n is { IsUp: true });
        return up.Length > 0 ? chance.Pick(up) : null;
    }

    /// <summary>Somebody has written: every node's next beat may find work.</summary>
    public void Changed()
    {
        foreach (var node in _nodes)
        {
            node?.Changed();
        }
    }

    /// <summary>Somebody opens a screen: from now on every node looks for those that are open.</summary>
    public void ScreensMatter()
    {
        _anyScreens = true;
        foreach (var node in _nodes)
        {
            if (node is not null)
            {
                node.Inboxes.AnyScreens = true;
            }
        }
    }

    /// <summary>Power off, and on again after a while.</summary>
    public void Crash(Process process, Duration away)
    {
        var machine = MachineOf(process);
        sight.Faults.Add(new Fault(FaultKind.Crashed, process.Name, outside.Loop.Now, outside.Loop.Now + away));
        _nodes[machine]!.Crash();
        _nodes[machine] = null;
        CloseScreens(process);
        outside.Start(async () =>
        {
            await outside.Time.PassAsync(away);
            Start(machine);
        });
    }

    public void Pause(Process process, Duration time)
    {
        sight.Faults.Add(new Fault(FaultKind.Paused, process.Name, outside.Loop.Now, outside.Loop.Now + time));
        process.Pause();
        outside.Start(async () =>
        {
            await outside.Time.PassAsync(time);
            process.Resume();
        });
    }

    /// <summary>Stops a node in good order and starts another in its place, as an update does.</summary>
    public void Restart(Duration away)
    {
        if (Any() is not { } node)
        {
            return;
        }

        var machine = MachineOf(node.Process);
        sight.Faults.Add(new Fault(FaultKind.Stopped, node.Process.Name, outside.Loop.Now, outside.Loop.Now + away));
        node.Stop();
        _nodes[machine] = null;
        CloseScreens(node.Process);
        outside.Start(async () =>
        {
            await outside.Time.PassAsync(away);
            Start(machine);
        });
    }

    private void CloseScreens(Process process)
    {
        foreach (var screen in sight.Screens.Where(s => s.Node == process.Name && s.Until == Instant.MaxValue))
        {
            screen.Until = outside.Loop.Now;
        }
    }

    private int MachineOf(Process process) => Array.FindIndex(_nodes, n => n?.Process == process);

    private void Start(int machine)
    {
        var process = new Process(outside.Loop, $"node-{machine + 1}.{++_starts}");
        process.Time.Skew = Duration.FromTicks((chance.Below(2_000_001) - 1_000_000) / 1e6 * scene.Skew.BclCompatibleTicks);
        var node = new Node(process, chance.Fork(), storage, trouble, world);
        node.Inboxes.AnyScreens = _anyScreens;
        _nodes[machine] = node;
        process.Start(async () =>
        {
            await node.StartAsync(() => Measured(node));
            sight.Ups.Add((process.Name, process.Loop.Now));
        });
    }

    // How wrong a node's time is after it was measured is what the rules must allow for.
    private void Measured(Node node)
    {
        var error = node.Get<DatabaseClock>().GetCurrentInstant() - outside.Loop.Now;
        sight.ClockError = Duration.Max(sight.ClockError, error < Duration.Zero ? -error : error);
    }
}
