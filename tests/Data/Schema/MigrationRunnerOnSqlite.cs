using Dapper;
using OnCall.Data.Schema;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

public sealed class MigrationRunnerOnSqlite : MigrationRunnerContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_a_new_file_migrate_it_once()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var file = $"Data Source={Path.Combine(folder.FullName, "new.db")}";
            using var one = new SqliteDatabase(file, TestSeal.Instance);
            using var other = new SqliteDatabase(file, TestSeal.Instance);
            var start = new TaskCompletionSource();
            var nodes = Enumerable.Range(0, 6).Select(node => Task.Run(async () =>
            {
                await start.Task;
                return await Runner(node % 2 == 0 ? one : other).RunAsync(CancellationToken.None);
            })).ToArray();
            start.SetResult();
            var applied = await Task.WhenAll(nodes);
            Assert.Single(applied, names => names.Count > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Notifications_of_before_their_table_was_laid_anew_are_all_there_in_their_order()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            using var database = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "old.db")}", TestSeal.Instance);
            var shipped = MigrationScript.Shipped(DatabaseProvider.Sqlite);
            await Runner(database).RunAsync([.. shipped.OrderBy(s => s.Name, StringComparer.Ordinal).Take(10)], CancellationToken.None);
            await database.ReadAsync(connection => connection.ExecuteAsync(Old), CancellationToken.None);

            await database.ReadAsync(connection => connection.ExecuteAsync("pragma foreign_keys = on"), CancellationToken.None);
            var applied = await Runner(database).RunAsync(shipped, CancellationToken.None);

            Assert.NotEmpty(applied);
            var rows = await database.ReadAsync(connection => connection.QueryAsync<string>(All), CancellationToken.None);
            Assert.Equal(
                [
                    "b|p|x|m|Sms|+1|1|Repeat|3|2|10|Claimed|4|node|11|SM1|said|12|13|5|9",
                    "a|p|||Voice|+2|0|Notice|0|1|20|Cancelled|0|||||21||0|20",
                ],
                rows);
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync("update notification set state = 'Lost'", transaction: transaction), CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Trails_and_responders_of_before_their_tables_were_laid_anew_are_all_there_and_no_number_is_given_twice()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            using var database = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "old.db")}", TestSeal.Instance);
            var shipped = MigrationScript.Shipped(DatabaseProvider.Sqlite);
            await Runner(database).RunAsync([.. shipped.Where(s => string.CompareOrdinal(s.Name, "0020") < 0)], CancellationToken.None);
            await database.ReadAsync(connection => connection.ExecuteAsync(OldTrail), CancellationToken.None);

            await Runner(database).RunAsync(shipped, CancellationToken.None);

            await database.ReadAsync(
                connection => connection.ExecuteAsync("insert into page_event (page_id, at, kind, detail) values ('p', 4, 'Closed', 'd')"), CancellationToken.None);
            Assert.Equal(
                ["3|p|1|Sent|x|Dr X|Sms|a", "5|p|2|Notified||||b", "10|p|4|Closed||||d"],
                await database.ReadAsync(
                    connection => connection.QueryAsync<string>(
                        "select seq || '|' || page_id || '|' || at || '|' || kind || '|' || coalesce(person_id, '') || '|' || coalesce(who, '') || '|' || coalesce(channel, '') || '|' || detail from page_event order by seq"),
                    CancellationToken.None));
            Assert.Equal(
                ["p|x|Notified|7", "p|y|Declined|8"],
                await database.ReadAsync(
                    connection => connection.QueryAsync<string>("select page_id || '|' || person_id || '|' || standing || '|' || since from page_responder order by person_id"),
                    CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Number 9 was given and taken away again.
    private const string OldTrail = """
        pragma foreign_keys = off;
        insert into page_event (seq, page_id, at, kind, person_id, who, channel, detail)
        values (3, 'p', 1, 'Sent', 'x', 'Dr X', 'Sms', 'a'), (5, 'p', 2, 'Notified', null, null, null, 'b'), (9, 'p', 3, 'Gone', null, null, null, 'c');
        delete from page_event where seq = 9;
        insert into page_responder (page_id, person_id, standing, since) values ('p', 'y', 'Declined', 8), ('p', 'x', 'Notified', 7);
        pragma foreign_keys = on;
        """;

    private const string Old = """
        pragma foreign_keys = off;
        insert into person (person_id, employee_no, name, active) values ('x', '1', 'Dr X', 1);
        insert into page (page_id, reference, role_id, urgency, callback, replies, sender_name, sent_at) values ('p', 'AAAA', 'r', 'Urgent', '1', '[]', 'S', 1);
        insert into notification (notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, state, attempt,
            claimed_by, claimed_until, provider_id, detail, changed_at, poll_at, polls, turn_at)
        values ('b', 'p', 'x', 'm', 'Sms', '+1', 1, 'Repeat', 3, 2, 10, 'Claimed', 4, 'node', 11, 'SM1', 'said', 12, 13, 5, 9),
            ('a', 'p', null, null, 'Voice', '+2', 0, 'Notice', 0, 1, 20, 'Cancelled', 0, null, null, null, null, 21, null, 0, 20);
        """;

    private const string All = """
        select notification_id || '|' || page_id || '|' || coalesce(person_id, '') || '|' || coalesce(contact_method_id, '') || '|' || kind || '|' || address
            || '|' || verified || '|' || purpose || '|' || urgency || '|' || step || '|' || due_at || '|' || state || '|' || attempt
            || '|' || coalesce(claimed_by, '') || '|' || coalesce(claimed_until, '') || '|' || coalesce(provider_id, '') || '|' || coalesce(detail, '')
            || '|' || changed_at || '|' || coalesce(poll_at, '') || '|' || polls || '|' || turn_at
        from notification order by rowid
        """;
}
