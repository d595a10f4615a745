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
        }

        await runner.CheckAsync(CancellationToken.None);
        Assert.Equal(
            [
                "answered_message 1", "escalation Stepping 1 2", "event 1 Sent", "event 2 Notified", "key kept 1", "long 0", "long 1", "notification Pending 9:2 9:2",
                "page PG7K Brust 循環器 MRN 1", "responder Notified 9:0", "roster_stamp 1",
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
        """;
}
