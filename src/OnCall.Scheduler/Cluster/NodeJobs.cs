using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;

namespace OnCall.Scheduler.Cluster;

/// <summary>Makes the cluster's jobs of this program's services, each run with a scope of its own.</summary>
internal sealed class NodeJobs(IServiceProvider services) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        var scope = services.CreateAsyncScope();
        try
        {
            return ValueTask.FromResult(new JobScope((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, bundle.JobDetail.JobType.Type), scope));
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ((AsyncServiceScope)scope.State!).DisposeAsync();
}
