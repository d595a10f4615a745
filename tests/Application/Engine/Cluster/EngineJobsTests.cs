using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OnCall.Scheduler;
using OnCall.Scheduler.Cluster;
using OnCall.Testing;
using Quartz;
using Xunit;

namespace OnCall.Application.Tests.Engine.Cluster;

/// <summary>Which jobs run where, on each database, and how the nodes' common Quartz is set up.</summary>
public sealed class EngineJobsTests
{
    private static readonly string[] OnEachNode = ["delivery-polls", "downtime-sheet", "escalation-sweep", "notices", "notifications", "roster-gaps"];
    private static readonly string[] OncePerCluster = ["housekeeping", "retention", "roster-pull", "rotation", "sealing", "swaps"];

    private static readonly ClusterStore Store = new(SqlClientFactory.Instance, "Server=nowhere.example");

    [Fact]
    public void Nothing_that_moves_pages_waits_for_another_node()
    {
        Assert.Equal(OnEachNode, Names(EngineJobs.OnEachNode));
        Assert.Equal(OncePerCluster, Names(EngineJobs.OncePerCluster));
    }

    [Fact]
    public void Every_job_of_the_engine_runs_somewhere()
    {
        var all = EngineJobs.OnEachNode.Concat(EngineJobs.OncePerCluster).ToArray();
        var jobs = typeof(EngineJobs).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IJob)));
        Assert.Equal(jobs.Select(j => j.Name).Order(StringComparer.Ordinal), all.Select(j => j.Type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(all.Length, all.Select(j => j.Trigger).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task One_node_alone_keeps_all_of_them_in_memory()
    {
        var services = Node(cluster: null);
        Assert.Equal(OnEachNode.Concat(OncePerCluster).Order(StringComparer.Ordinal), await InMemoryAsync(services));
        Assert.False(TakesPart(services));
    }

    [Fact]
    public async Task Beside_others_it_keeps_its_own_in_memory_and_shares_the_rest()
    {
        var services = Node(Store);
        Assert.Equal(OnEachNode, await InMemoryAsync(services));
        Assert.True(TakesPart(services));
    }

    [Fact]
    public void A_node_without_engine_takes_no_part()
    {
        var services = new ServiceCollection().AddOnCallScheduler(inProcess: false, Store);
        Assert.False(TakesPart(services));
        Assert.DoesNotContain(services, s => s.ServiceType == typeof(ISchedulerFactory));
    }

    [Fact]
    public void The_common_quartz_is_set_up_for_several_nodes()
    {
        var time = new ManualTime();
        var services = new ServiceCollection();
        services.AddQuartz(q => ClusterSetup.Apply(q, Store, "ward/1", time, 6));
        using var provider = services.BuildServiceProvider();
        var store = Options<AdoJobStoreOptions>(provider);
        var cluster = Options<ClusteringOptions>(provider);
        var scheduler = Options<QuartzSchedulerOptions>(provider);

        Assert.Equal("quartz.QRTZ_", store.TablePrefix);
        Assert.True(store.StoreJobDataAsStrings);
        Assert.Equal(SchemaProvisioning.Validate, store.SchemaProvisioning);
        Assert.Equal(TimeSpan.FromMinutes(1), store.MisfireThreshold);
        Assert.True(cluster.Enabled);
        Assert.True(cluster.CheckinInterval + cluster.CheckinInterval + cluster.CheckinMisfireThreshold < TimeSpan.FromSeconds(15));
        Assert.Equal(("oncall", "ward/1"), (scheduler.InstanceName, scheduler.InstanceId));
    }

    private static T Options<T>(ServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;

    private static IEnumerable<string> Names(IEnumerable<EngineJob> jobs) => jobs.Select(j => j.Key.Name).Order(StringComparer.Ordinal);

    private static IServiceCollection Node(ClusterStore? cluster) => new ServiceCollection().AddLogging().AddOnCallScheduler(inProcess: true, cluster);

    private static bool TakesPart(IServiceCollection services) => services.Any(s => s.ImplementationFactory is Func<IServiceProvider, ClusterScheduler>);

    private static async Task<string[]> InMemoryAsync(IServiceCollection services)
    {
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var jobs = await scheduler.QueryJobs(new JobQuery(), TestContext.Current.CancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
        return [.. jobs.Items.Select(j => j.Key.Name).Order(StringComparer.Ordinal)];
    }
}
