using OnCall.Application.Rosters.Rotations;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Looks each hour, and soon after a start, which rotations are to make their next shifts.</summary>
[DisallowConcurrentExecution]
public sealed class RotationJob(ExtendRotations extend) : IJob
{
    public static readonly JobKey Key = new("rotation");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await extend.RunAsync(cancellationToken);
}
