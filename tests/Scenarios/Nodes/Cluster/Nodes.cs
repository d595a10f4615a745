using NodaTime;
using OnCall.Testing.Databases;

namespace OnCall.Scenarios.Tests.Nodes.Cluster;

/// <summary>The nodes of one test, by name.</summary>
internal sealed class Nodes(TestDatabase test, Fires fires, TimeSpan every) : IAsyncDisposable
{
    private readonly Dictionary<string, ClusterNode> _nodes = new(StringComparer.Ordinal);

    public ClusterNode Of(string name) => _nodes[name];

    /// <summary>Nodes whose clocks are right, at once.</summary>
    public Task StartAsync(params string[] names) => StartAsync(Duration.Zero, names);

    public async Task StartAsync(Duration ahead, params string[] names)
    {
        var started = await Task.WhenAll(names.Select(name => ClusterNode.StartAsync(test, name, fires, every, ahead, CancellationToken.None)));
        foreach (var node in started)
        {
            _nodes.Add(node.Name, node);
        }
    }

    /// <summary>Waits until a node has said that many times that it lives, and so has looked as often whether the others do.</summary>
    public async Task HasCheckedInAsync(string name, int times, TimeSpan patience, CancellationToken cancellationToken)
    {
        var seen = new HashSet<long>();
        await Until.TrueAsync(
            async () =>
            {
                if (await Of(name).CheckedInAsync(cancellationToken) is { } at)
                {
                    seen.Add(at);
                }

                return seen.Count >= times;
            },
            patience,
            () => $"{name} has said {seen.Count} times that it lives.",
            cancellationToken);
    }

    /// <summary>Waits until a node has said nothing for so long.</summary>
    public async Task HasBeenSilentAsync(string name, TimeSpan span, CancellationToken cancellationToken)
    {
        var (last, since) = (await Of(name).CheckedInAsync(cancellationToken), TimeProvider.System.GetTimestamp());
        await Until.TrueAsync(
            async () =>
            {
                if (await Of(name).CheckedInAsync(cancellationToken) is var at && at != last)
                {
                    (last, since) = (at, TimeProvider.System.GetTimestamp());
                }

                return TimeProvider.System.GetElapsedTime(since) > span;
            },
            span * 3,
            () => $"{name} is still heard of.",
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        fires.LetGo();
        foreach (var node in _nodes.Values)
        {
            node.Wire.Mend();
        }

        await Task.WhenAll(_nodes.Values.Select(node => node.DisposeAsync().AsTask()));
    }
}
