using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;

namespace OnCall.Bench.Engine;

/// <summary>
/// A Quartz scheduler that keeps its triggers in a SQLite file of its own: schema, indexes and rows are made by Quartz itself. The file has
/// the pragmas of our own database, so that a commit is worth the same, and no other writer, so that Quartz never meets a busy one.
/// </summary>
internal sealed class QuartzStore : IAsyncDisposable
{
    private static readonly JobKey Job = new("page-step");
    private readonly string _connection;
    private readonly StandaloneSchedulerFactory _factory;
    private readonly IScheduler _scheduler;

    private QuartzStore(string connection, StandaloneSchedulerFactory factory, IScheduler scheduler)
    {
        (_connection, _factory, _scheduler) = (connection, factory, scheduler);
    }

    /// <summary>Opens on a fresh file. <paramref name="atOnce"/> jobs may run at once, and as many triggers are taken in one transaction.</summary>
    public static async Task<QuartzStore> OpenAsync(string file, IPageSteps steps, int atOnce)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate }.ToString();
        var factory = QuartzSchedulerBuilder.Create(q =>
        {
            q.Services.AddSingleton(steps);
            q.ConfigureScheduler(o => (o.InstanceName, o.MaxBatchSize) = ($"bench-{Path.GetFileNameWithoutExtension(file)}", atOnce));
            q.UseDefaultThreadPool(atOnce);
            q.UsePersistentStore(store =>
            {
                store.UseSqlite(OurSettings.Factory, connection);
                store.UseSystemTextJsonSerializer();

                // However late a trigger is, it fires: nothing is skipped or put off as a misfire.
                store.ConfigureStore(o => (o.SchemaProvisioning, o.MisfireThreshold) = (SchemaProvisioning.CreateIfMissing, TimeSpan.FromHours(1)));
            });
        }).Build();
        return new QuartzStore(connection, factory, await factory.GetScheduler());
    }

    /// <summary>Stores a trigger for each page, all in one transaction of Quartz's own.</summary>
    public async Task ArmAsync(IEnumerable<KeyValuePair<Guid, Instant>> due)
    {
        var triggers = due.Select(d => TriggerBuilder.Create().WithIdentity(d.Key.ToString()).ForJob(Job).StartAt(d.Value.ToDateTimeOffset()).Build()).ToList();
        await _scheduler.ScheduleJob(JobBuilder.Create<PageStepJob>().WithIdentity(Job).StoreDurably().Build(), triggers, new ScheduleJobOptions { Replace = true });
    }

    /// <summary>
    /// Helps SQLite to Quartz's statements: without statistics it reads all triggers for each batch that fires, and with them, where all
    /// triggers are in one state, for each that is done, unless it has this index.
    /// </summary>
    public async Task TuneAsync()
    {
        await using (var connection = new SqliteConnection(_connection))
        {
            await connection.ExecuteAsync(
                """
                create index ix_continues on QRTZ_TRIGGERS (SCHED_NAME, CONTINUES_TRIGGER_NAME, CONTINUES_TRIGGER_GROUP) where CONTINUES_TRIGGER_NAME is not null;
                analyze;
                """);
        }

        // What was open before would go on without them.
        SqliteConnection.ClearAllPools();
    }

    public Task StartAsync() => _scheduler.Start().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: true);
        await _factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
