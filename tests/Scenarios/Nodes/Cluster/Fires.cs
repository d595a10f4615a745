using System.Collections.Concurrent;
using OnCall.Scheduler;
using Quartz;

namespace OnCall.Scenarios.Tests.Nodes.Cluster;

/// <summary>What the counting job has done, on whichever node. A run that is held has begun, and ends when it is let go.</summary>
internal sealed class Fires
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hold;

    /// <summary>Every run that has begun: where, for which time, and when by the installation's clock.</summary>
    public ConcurrentQueue<(string Node, DateTimeOffset For, DateTimeOffset At)> Begun { get; } = [];

    /// <summary>The first run from now on is held, where it is.</summary>
    public void HoldFirst() => _hold = true;

    public void LetGo() => _gate.TrySetResult();

    public static EngineJob Every(TimeSpan interval) => new(typeof(Counting), new JobKey("counting"), "counting-look", interval, TimeSpan.Zero);

    private Task RunAsync(string node, IJobExecutionContext context)
    {
        Begun.Enqueue((node, context.ScheduledFireTimeUtc!.Value, context.FireTimeUtc));
        if (!_hold)
        {
            return Task.CompletedTask;
        }

        _hold = false;
        return _gate.Task;
    }

    [DisallowConcurrentExecution]
    internal sealed class Counting(Fires fires, Application.NodeName node) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await fires.RunAsync(node.Value, context);
    }
}
