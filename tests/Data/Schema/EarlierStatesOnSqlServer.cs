using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Data.Schema;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

/// <summary>A hospital that has paged since the first version is brought through every state that there has been, script by script, and keeps all it had.</summary>
public sealed class EarlierStatesOnSqlServer
{
    // The first state that can page.
    private const int First = 3;

    private static readonly Guid Page = Guid.Parse("00000000-0000-4000-8000-000000000006");

    [Fact]
    public async Task Each_earlier_state_leads_to_the_next_and_nothing_of_what_was_there_is_lost()
    {
        await using var test = await TestDatabase.EmptyOnSqlServerAsync();
        var shipped = MigrationScript.Shipped(DatabaseProvider.SqlServer);
        var runner = new MigrationRunner(test.Database, new FakeClock(), NullLogger<MigrationRunner>.Instance);
        await runner.RunAsync([.. shipped.Take(First)], CancellationToken.None);
        await test.Database.ReadAsync(connection => connection.ExecuteAsync(Hospital), CancellationToken.None);

        for (var state = First + 1; state <= shipped.Count; state++)
        {
            Assert.Equal([shipped[state - 1].Name], await runner.RunAsync([.. shipped.Take(state)], CancellationToken.None));
            if (Later.TryGetValue(shipped[state - 1].Name[..4], out var rows))
            {
                await test.Database.ReadAsync(connection => connection.ExecuteAsync(rows), CancellationToken.None);
            }
        }

        await runner.CheckAsync(CancellationToken.None);
        Assert.Equal(
            [
                "answered_message 1", "escalation Stepping 1 2", "event 1 Sent", "event 2 Notified", "key kept 1",
                .. Later.Values.Select(rows => "later " + rows.Trim().Split(' ')[2]).Append("later api_key").Order(StringComparer.Ordinal),
                "long 0", "long 1", "notification Pending 9:2 9:2", "page PG7K Brust 循環器 MRN 1", "responder Notified 9:0", "roster_stamp 1",
            ],
            await RowsAsync(test));
        Assert.Equal([new PageId(Page)], await PagingBench.OpenPages(test.Database, series: 1).ClaimDueAsync("node", PageDraft.Now + Duration.FromMinutes(3), PageDraft.Now + Duration.FromMinutes(4), 10, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TestDatabase test) =>
        [.. (await test.Database.ReadAsync(connection => connection.QueryAsync<string>(Rows), CancellationToken.None)).Order(StringComparer.Ordinal)];

    private const string Hospital = """
        insert into org_unit (org_unit_id, code, name) values ('00000000-0000-4000-8000-000000000001', 'house', N'House');
        insert into person (person_id, employee_no, name, active, org_unit_id) values ('00000000-0000-4000-8000-000000000002', 'N1', N'Dr 佐藤', 1, '00000000-0000-4000-8000-000000000001');
        insert into role (role_id, code, name, org_unit_id, coverage) values ('00000000-0000-4000-8000-000000000003', 'cardiology', N'Cardiology', '00000000-0000-4000-8000-000000000001', '[]');
        insert into contact_method (contact_method_id, person_id, ordinal, kind, address, verified)
        values ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002', 0, 'Sms', '+15550101', 1);
        insert into api_key (api_key_id, key_hash, integration, permissions, created_at)
        values ('00000000-0000-4000-8000-000000000014', replicate('f', 64), N'lab', N'[]', '2026-11-01');
        insert into roster_upload (upload_id, created_at, created_by, file_name, content_hash, time_zone, format, encoding, row_count, accepted, status, stamp, added, changed, removed, problems, draft)
        values ('00000000-0000-4000-8000-000000000005', '2026-11-01', 'a', 'f.csv', replicate('a', 64), 'UTC', 'csv', 'utf-8', 2, 2, 'Published', 1, 2, 0, 0, '[]', '[]');
        insert into shift (shift_id, role_id, person_id, tier, start_at, end_at, upload_id)
        values ('00000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 1, '2026-11-23', '2026-11-24', '00000000-0000-4000-8000-000000000005'),
            ('00000000-0000-4000-8000-000000000008', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 2, '2026-11-23', '2026-11-30', '00000000-0000-4000-8000-000000000005');
        insert into page (page_id, reference, role_id, urgency, subject, body, patient_ref, replies, sender_name, sent_at)
        values ('00000000-0000-4000-8000-000000000006', 'PG7K', '00000000-0000-4000-8000-000000000003', 'Urgent', N'Brust', N'循環器', 'MRN 1', '[]', 'Lab', '2026-11-23T09:00:00');
        insert into page_reference (reference, page_id) values ('PG7K', '00000000-0000-4000-8000-000000000006');
        insert into idempotency_key (caller, key_hash, request_hash, page_id, free_at)
        values ('integration:lab', replicate('b', 64), replicate('c', 64), '00000000-0000-4000-8000-000000000006', '2026-11-30'),
            ('sms-message', replicate('d', 64), replicate('e', 64), '00000000-0000-4000-8000-000000000006', '2026-11-30');
        insert into escalation (page_id, version, urgency, phase, is_open, at_desk, role_id, due_at, roster_stamp, state)
        values ('00000000-0000-4000-8000-000000000006', 1, 2, 'Stepping', 1, 0, '00000000-0000-4000-8000-000000000003', '2026-11-23T09:02:00', 1, '{}');
        insert into page_responder (page_id, person_id, standing, since)
        values ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000002', 'Notified', '2026-11-23T09:00:00');
        insert into notification (notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, state, attempt, changed_at)
        values ('00000000-0000-4000-8000-000000000009', '00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000004',
            'Sms', '+15550101', 1, 'Page', 2, 0, '2026-11-23T09:02:00', 'Pending', 0, '2026-11-23T09:00:00');
        insert into page_event (page_id, at, kind, detail)
        values ('00000000-0000-4000-8000-000000000006', '2026-11-23T09:00:00', 'Sent', 'a'), ('00000000-0000-4000-8000-000000000006', '2026-11-23T09:00:01', 'Notified', 'b');
        """;

    // What came with a later state, and was changed by one later still.
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["0008"] = "insert into node_heartbeat (node, engine, started_at, at, clock_offset_ms, channels) values ('node', 1, '2026-11-23', '2026-11-23', 0, '[]')",
        ["0018"] = """
            insert into swap (swap_id, give_role_id, give_tier, give_start_at, give_end_at, giver_id, taker_id, reason, state, version, expires_at, seen_stamp, asked_at, asked_by, changed_at, changed_by)
            values ('00000000-0000-4000-8000-000000000010', '00000000-0000-4000-8000-000000000003', 1, '2026-11-23', '2026-11-24', '00000000-0000-4000-8000-000000000002',
                '00000000-0000-4000-8000-000000000002', N'', 'Asked', 1, '2026-11-23', 1, '2026-11-22', 'a', '2026-11-22', 'a')
            """,
        ["0019"] = """
            insert into roster_pull (roster_pull_id, code, org_unit_id, definition, secret, stale_after_hours, enabled, version, updated_at, updated_by, next_at)
            values ('00000000-0000-4000-8000-000000000011', 'amion', '00000000-0000-4000-8000-000000000001', '{}', 'x', 24, 1, 1, '2026-11-22', 'a', '2026-11-23')
            """,
        ["0023"] = "insert into invitation (token_hash, person_id, made_at, until_at) values (replicate('a', 64), '00000000-0000-4000-8000-000000000002', '2026-11-22', '2026-11-23')",
        ["0025"] = "insert into protection_key (key_id, element, stored_at) values ('key-1', N'<key />', '2026-11-22')",
        ["0029"] = """
            insert into acknowledge_link_use (notification_id, page_id, device_hash, used_at)
            values ('00000000-0000-4000-8000-000000000009', '00000000-0000-4000-8000-000000000006', replicate('a', 64), '2026-11-22')
            """,
        ["0033"] = """
            insert into push_device (push_device_id, person_id, address, kind, name, target, target_hash, key_number, added_at)
            values ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000002', 'device:1', 'Web', N'Phone', N'{}', replicate('a', 64), 1, '2026-11-22')
            """,
        ["0040"] = "insert into write_mark (write_id) values ('00000000-0000-4000-8000-000000000013')",
    };

    private const string Rows = """
        select concat('page ', reference, ' ', subject, ' ', body, ' ', patient_ref) from page
        union all select concat('escalation ', phase, ' ', version, ' ', urgency) from escalation
        union all select concat('responder ', standing, ' ', datepart(hour, since), ':', datepart(minute, since)) from page_responder
        union all select concat('notification ', state, ' ', datepart(hour, due_at), ':', datepart(minute, due_at), ' ', datepart(hour, turn_at), ':', datepart(minute, turn_at)) from notification
        union all select concat('event ', seq, ' ', kind) from page_event
        union all select concat('key kept ', count(*)) from idempotency_key
        union all select concat('answered_message ', count(*)) from answered_message
        union all select concat('long ', cast(is_long as int)) from shift
        union all select concat('roster_stamp ', stamp) from roster_stamp
        union all select 'later api_key' from api_key where made_by = 'system'
        union all select 'later node_heartbeat' from node_heartbeat where paper_at is null
        union all select 'later swap' from swap where sealed_reason is null
        union all select 'later roster_pull' from roster_pull where secret = N'x'
        union all select 'later invitation' from invitation where made_by = 'system'
        union all select 'later protection_key' from protection_key where mark is null
        union all select 'later acknowledge_link_use' from acknowledge_link_use where seq = 1
        union all select 'later push_device' from push_device where confirmed_at is null
        union all select 'later write_mark' from write_mark where is_asked = 0
        """;
}
