using System.Globalization;
using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data;
using OnCall.Domain.Access;

namespace OnCall.Bench.Engine;

/// <summary>
/// A large hospital in the database: 150 roles with three tiers, 900 people with phone and device, 54,000 shifts of 8 hours around now;
/// and armed escalations, each a real page sent by the real use case and copied row by row.
/// </summary>
internal sealed class BigHospital(EngineHouse house)
{
    public const int Roles = 150;
    public const int People = 900;
    private const int ShiftsOfATier = 120;
    private static readonly Caller Sender = new("integration:bench", null, "Bench", [new Grant(Permission.Staff, null)]);

    private Database Database => house.Database;

    public static string RoleCode(int role) => string.Create(CultureInfo.InvariantCulture, $"ward-{role % Roles}/duty");

    /// <summary>Lays directory and roster.</summary>
    public Task BuildAsync() => WriteAsync(
        (connection, transaction) =>
        {
            var now = house.Get<IClock>().GetCurrentInstant();
            Run(connection, transaction, """
                with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @people)
                insert into person (person_id, employee_no, name, active) select printf('00000000-0000-4000-8000-%012x', i), 'B' || i, 'Dr ' || i, 1 from n;
                with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @people)
                insert into contact_method (contact_method_id, person_id, ordinal, kind, address, verified)
                select printf('00000000-0000-4000-8001-%012x', i), printf('00000000-0000-4000-8000-%012x', i), 0, 'Push', 'device-token-' || i, 1 from n
                union all
                select printf('00000000-0000-4000-8002-%012x', i), printf('00000000-0000-4000-8000-%012x', i), 1, 'Sms', '+1555' || printf('%07d', i), 1 from n;
                with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @roles)
                insert into role (role_id, code, name, coverage) select printf('00000000-0000-4000-8003-%012x', i), 'ward-' || i || '/duty', 'Ward ' || i || ' duty', (select coverage from role where code = 'desk') from n;
                insert into role_address (normal_form, role_id, written, ordinal) select replace(code, '/', '-'), role_id, code, 0 from role where code <> 'desk';
                insert into roster_upload (upload_id, created_at, created_by, file_name, content_hash, time_zone, format, encoding, row_count, accepted, status, stamp, added, changed, removed, problems, draft)
                values ('00000000-0000-4000-8004-000000000000', 0, 'bench', 'bench', '', 'UTC', 'csv', 'utf-8', 0, 0, 'Published', 1, 0, 0, 0, '[]', '[]');
                with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @roles * 3 * @shifts)
                insert into shift (shift_id, role_id, person_id, tier, start_at, end_at, upload_id)
                select printf('00000000-0000-4000-8005-%012x', i), printf('00000000-0000-4000-8003-%012x', i / (3 * @shifts)),
                    printf('00000000-0000-4000-8000-%012x', ((i / (3 * @shifts)) * 6 + (i / @shifts) % 3 * 2 + i % 2) % @people), (i / @shifts) % 3 + 1,
                    @start + (i % @shifts) * 28800000, @start + (i % @shifts + 1) * 28800000, '00000000-0000-4000-8004-000000000000' from n;
                """, new { people = People, roles = Roles, shifts = ShiftsOfATier, start = (now - Duration.FromDays(20) - Duration.FromHours(4)).ToUnixTimeMilliseconds() });
            return Task.FromResult(true);
        });

    /// <summary>Sends one page.</summary>
    public async Task<PageView> SendAsync(int number, string urgency, string? role = null)
    {
        var request = new SendPageRequest(role ?? RoleCode(number), urgency, null, "bench", null, "555 0199", null);
        var answer = await house.Get<SendPage>().RunAsync(Sender, $"bench-{urgency}-{number}", request, CancellationToken.None);
        return answer.Value ?? throw new InvalidOperationException($"Not accepted: {answer.Refusal}");
    }

    /// <summary>Copies the pages that there are until there are so many, all of them waiting for their second step far ahead.</summary>
    public Task ArmAsync(int count, Instant due) => WriteAsync(
        (connection, transaction) =>
        {
            Run(connection, transaction, """
                update notification set state = 'Delivered', attempt = 1;
                create temp table seed as select row_number() over (order by page_id) - 1 as n, page_id from page;
                create temp table copy as
                with recursive c(i) as (select 0 union all select i + 1 from c where i + 1 < @count - (select count(*) from page))
                select c.i, printf('00000000-0000-4000-9000-%012x', c.i) as page_id, s.page_id as source from c join seed s on s.n = c.i % (select count(*) from seed);
                insert into page select c.page_id, printf('Z%07X', c.i), role_id, urgency, subject, body, patient_ref, callback, replies, sender_id, sender_name, sent_at
                from copy c join page p on p.page_id = c.source;
                insert into page_responder select c.page_id, r.person_id, r.standing, r.since from copy c join page_responder r on r.page_id = c.source;
                insert into escalation (page_id, version, urgency, phase, is_open, at_desk, role_id, due_at, roster_stamp, state)
                select c.page_id, e.version, e.urgency, e.phase, e.is_open, e.at_desk, e.role_id, @due, e.roster_stamp, json_set(e.state, '$.page', c.page_id, '$.stepDueAt', @due, '$.handoverAt', @due + 3600000)
                from copy c join escalation e on e.page_id = c.source;
                drop table copy; drop table seed;
                """, new { count, due = due.ToUnixTimeMilliseconds() });
            return Task.FromResult(true);
        });

    /// <summary>Makes so many of the armed pages due, evenly spread from that instant on: such as were sent one after the other, as those due together are.</summary>
    public async Task<IReadOnlyDictionary<Guid, Instant>> MakeDueAsync(int count, Instant from, Duration over)
    {
        var rows = await Database.WriteAsync(
            async (connection, transaction) =>
            {
                Run(connection, transaction, """
                    create temp table pick as select row_number() over (order by page_id) - 1 as n, page_id
                    from escalation where due_at is not null and phase = 'Stepping' and json_extract(state, '$.stepIndex') = 0 limit @count;
                    update escalation set due_at = @from + p.n * @over / @count, state = json_set(state, '$.stepDueAt', @from + p.n * @over / @count)
                    from pick p where p.page_id = escalation.page_id;
                    """, new { count, from = from.ToUnixTimeMilliseconds(), over = (long)over.TotalMilliseconds });
                var due = await connection.QueryAsync<(string Page, long At)>("select p.page_id, e.due_at from temp.pick p join escalation e on e.page_id = p.page_id", transaction: transaction);
                var list = due.ToList();
                Run(connection, transaction, "drop table temp.pick;", null);
                return list;
            },
            CancellationToken.None);
        return rows.Count < count
            ? throw new InvalidOperationException($"Only {rows.Count} pages are left that {count} could be due: arm more.")
            : rows.ToDictionary(r => Guid.Parse(r.Page), r => Instant.FromUnixTimeMilliseconds(r.At));
    }

    private Task<bool> WriteAsync(Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task<bool>> write) =>
        Database.WriteAsync(write, CancellationToken.None);

    private static void Run(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, string sql, object? parameters) =>
        connection.Execute(sql, parameters, transaction, commandTimeout: 600);
}
