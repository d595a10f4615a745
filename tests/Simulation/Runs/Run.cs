using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Life;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Planting;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Storing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>One seed from its first turn to its last.</summary>
internal sealed class Run
{
    // A Monday morning in winter: no change of the hour is near.
    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly Chance _chance;
    private readonly Loop _loop;
    private readonly Process _outside;
    private readonly Storage _storage;
    private readonly Witness _witness;
    private readonly Sight _sight;
    private readonly Scene _scene;
    private readonly Classic _planted;

    public Run(ulong seed, Storage storage, Witness witness, Classic planted)
    {
        (_chance, _storage, _witness, _planted) = (new Chance(seed), storage, witness, planted);
        _loop = new Loop(_chance.Fork(), Opening);
        _outside = new Process(_loop, "outside");
        _scene = new SceneBuilder(_chance.Fork(), Opening).Build();
        _sight = new Sight { Start = Opening, End = Opening + _scene.Length };
    }

    public Sight Sight => _sight;

    /// <summary>Runs it, and answers what was seen.</summary>
    public Sight ToItsEnd()
    {
        Furnish();
        var trouble = new DatabaseTrouble(_scene, _chance.Fork(), _sight, Opening);
        trouble.Begin();
        var (cluster, providers) = Build(trouble);
        Enliven(cluster, providers);
        _loop.BeforeTurn = new Mischief(_scene, _chance.Fork(), cluster, Opening).BeforeTurn;
        cluster.StartAll();
        _loop.RunUntil(_sight.End);
        _witness.End();
        return _sight;
    }

    private void Furnish()
    {
        _storage.Changed = null;
        _storage.Clear();
        _witness.Begin(_sight);
        var ids = new SeededIds(_chance.Fork(), _outside.Time);
        _sight.House = new HouseBuilder(_chance.Fork(), ids, Opening, _scene.Length).Build();
        _outside.Start(() => new HouseWriter(new SimDatabase(_storage, _outside, Trouble.None, together: false), ids).WriteAsync(_sight.House, Opening));
        _loop.RunUntil(Opening);
        _witness.Look(_outside);
    }

    private (Cluster Cluster, List<Provider> Providers) Build(Trouble trouble)
    {
        var providers = _sight.House.Kinds.Select(kind => new Provider(kind, _scene, _chance.Fork(), _outside, _sight)).ToList();
        Responders? responders = null;
        IEnumerable<IChannel> Channels(Node node) =>
            [new InboxChannel(node, _sight, call => responders!.Got(call)), .. providers.Select(p => new ProviderChannel(p, node))];
        var planting = new Plant(_planted, _storage);
        var world = new NodeWorld([ContactMethodKind.InApp, .. _sight.House.Kinds], Channels, _witness.Due, new SimLog(_sight), planting.In, _scene.WritesTogether, _scene.Sweeps);
        var cluster = new Cluster(_outside, _scene, _chance.Fork(), _storage, trouble, world, _sight);
        _storage.Changed = process =>
        {
            _witness.Look(process);
            cluster.Changed();
        };
        var front = new Front(_outside, cluster, _sight);
        responders = new Responders(new Moves(front, _sight.House, _chance.Fork(), _sight), _sight.House, _scene, _chance.Fork(), _outside, _sight);
        _witness.Reached = responders.Got;
        var reports = new Reports(front, _chance.Fork(), _sight, _planted);
        foreach (var provider in providers)
        {
            provider.Reached = responders.Got;
            provider.Reports = reports.Take;
        }

        return (cluster, providers);
    }

    private void Enliven(Cluster cluster, List<Provider> providers)
    {
        _ = providers;
        var house = _sight.House;
        var front = new Front(_outside, cluster, _sight);
        var moves = new Moves(front, house, _chance.Fork(), _sight);
        var dispatchers = new Dispatchers(moves, house, _scene, _chance.Fork(), _outside);
        var strangers = new Strangers(moves, house, _scene, _chance.Fork(), _outside, _sight);
        new Senders(front, house, _scene, _chance.Fork(), _sight)
        {
            Sent = page =>
            {
                dispatchers.Knows(page);
                strangers.Knows(page);
            },
        }.Start();
        new RosterKeepers(front, house, _scene, _chance.Fork()).Start();
        new DirectoryKeepers(front, house, _scene, _chance.Fork()).Start();
        new Screens(_outside, cluster, house, _scene, _chance.Fork(), _sight).Start();
        new Updates(_outside, cluster, _scene, _chance.Fork()).Start();
    }
}
