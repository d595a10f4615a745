using System.Net;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>What stands before the nodes of a hospital: it asks each five times a second whether it is ready, and sends to those that are, by turns.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ending = new();
    private readonly IReadOnlyList<NodeProcess> _nodes;
    private readonly Task _asking;
    private IReadOnlyList<NodeProcess> _ready;

    /// <param name="nodes">All of them ready by now.</param>
    public Balancer(IReadOnlyList<NodeProcess> nodes)
    {
        (_nodes, _ready) = (nodes, nodes);
        _asking = Task.WhenAll(nodes.Select(AskAsync));
    }

    public NodeProcess DoorFor(int number)
    {
        var ready = _ready;
        return ready[number % ready.Count];
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _asking;
        _ending.Dispose();
    }

    private async Task AskAsync(NodeProcess node)
    {
        while (!_ending.IsCancellationRequested)
        {
            var isReady = await IsReadyAsync(node);
            lock (_ending)
            {
                var ready = _nodes.Where(n => n == node ? isReady : _ready.Contains(n)).ToList();

                // Where none is ready, any may still be.
                _ready = ready.Count > 0 ? ready : _nodes;
            }

            await Task.Delay(Between, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> IsReadyAsync(NodeProcess node)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await node.TryGetAsync("/health/ready", limit.Token);
            return answer?.StatusCode == HttpStatusCode.OK;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
