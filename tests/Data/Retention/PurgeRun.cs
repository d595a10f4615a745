using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Retention;
using OnCall.Application.Rosters;
using OnCall.Data.Alarms;
using OnCall.Data.Retention;
using OnCall.Domain.Retention;
using OnCall.Testing;

namespace OnCall.Data.Tests.Retention;

/// <summary>A run of the purge over any test's database, at any time, by these rules.</summary>
internal static class PurgeRun
{
    public static async Task<RetentionRun> RunAsync(Database database, Instant now, params RetentionRule[] rules)
    {
        foreach (var rule in rules)
        {
            await new RetentionRuleStore(database).PutAsync(new StoredRetentionRule(rule, now, "person:A1"), RetentionData.Audit("retention-rule.put"), CancellationToken.None);
        }

        var runs = new RetentionRunStore(database);
        var run = await new RunRetention(
            RetentionData.ItemsOf(database), runs, new WatchReads(database), RetentionPace.Usual with { Pause = TimeSpan.Zero, Patience = 2, Hour = 0 }, new NodeName("alpha"),
            new HouseZone(DateTimeZone.Utc), new TestIds((int)now.ToUnixTimeSeconds()), new FakeClock(now), TimeProvider.System, NullLogger<RunRetention>.Instance)
            .RunAsync(CancellationToken.None);
        return (await runs.ListAsync(null, 100, CancellationToken.None)).Single(r => r.Id == run);
    }
}
