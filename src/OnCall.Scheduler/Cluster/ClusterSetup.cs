using Quartz;
using Quartz.Impl.AdoJobStore;

namespace OnCall.Scheduler.Cluster;

/// <summary>How a node's part of the cluster is set up: what Quartz must know to share its tables with the other nodes.</summary>
internal static class ClusterSetup
{
    /// <summary>Tables that migration 39 makes, in a schema of their own.</summary>
    internal const string TablePrefix = "quartz.QRTZ_";

    /// <summary>All nodes of one name and database are one cluster.</summary>
    internal const string Name = "oncall";

    /// <summary>How often a node says that it lives.</summary>
    internal static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    /// <summary>How late it may be with that before another node takes over what it had: 8 s after its last word, seen within 3 s.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Later than this a run counts as missed, and is made up for once.</summary>
    internal static readonly TimeSpan Misfire = TimeSpan.FromMinutes(1);

    // Nodes are not told what others stored: they look.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    internal static void Apply(IQuartzBuilder quartz, ClusterStore database, string node, TimeProvider time, int atOnce)
    {
        quartz.UseTimeProvider(time);
        quartz.UseDefaultThreadPool(atOnce);
        quartz.ConfigureScheduler(o => (o.InstanceName, o.InstanceId, o.IdleWaitTime) = (Name, node, Idle));
        quartz.UsePersistentStore(store =>
        {
            store.UseSqlServer(database.Factory, database.ConnectionString);
            store.UseSystemTextJsonSerializer();

            // Its default locks a row by hints, which not every engine heeds; on SQL Server it loses runs to deadlocks.
            store.UseLockHandler<UpdateRowLockHandler>();
            store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (CheckIn, Grace));
            store.ConfigureStore(o =>
            {
                o.TablePrefix = TablePrefix;
                o.StoreJobDataAsStrings = true;
                o.MisfireThreshold = Misfire;
                o.SchemaProvisioning = SchemaProvisioning.Validate;

                // One way on every engine, and none of these jobs is in a hurry.
                o.LockFreeFiringRounds = false;
            });
        });
    }
}
