using Quartz;

namespace OnCall.Bench.Engine;

/// <summary>What the trigger of a page fires.</summary>
internal sealed class PageStepJob(IPageSteps steps) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await steps.WriteAsync(Guid.Parse(context.Trigger.Key.Name), cancellationToken);
}
