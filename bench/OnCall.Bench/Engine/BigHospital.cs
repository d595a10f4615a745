using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

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

    private static readonly string[] ShiftColumns = ["shift_id", "role_id", "person_id", "tier", "start_at", "end_at", "upload_id"];
    private static readonly string[] PageColumns = ["page_id", "reference", "role_id", "urgency", "subject", "body", "patient_ref", "callback", "replies", "sender_id", "sender_name", "sent_at"];
    private static readonly string[] ResponderColumns = ["page_id", "person_id", "standing", "since"];
    private static readonly string[] EscalationColumns = ["page_id", "version", "urgency", "phase", "is_open", "at_desk", "role_id", "roster_stamp", "due_at", "state"];
    private readonly Queue<(Guid Page, JsonObject State)> _armed = new();

    private Database Database => house.Database;

    public static string RoleCode(int role) => string.Create(CultureInfo.InvariantCulture, $"ward-{role % Roles}/duty");

    /// <summary>Whose number that is.</summary>
    public static PersonId PersonOf(string employeeNo) => new(Id(0x8000, int.Parse(employeeNo.AsSpan(1), CultureInfo.InvariantCulture)));

    /// <summary>Lays directory and roster.</summary>
    public Task BuildAsync() => WriteAsync(async rows =>
    {
        var start = house.Get<IClock>().GetCurrentInstant() - Duration.FromDays(20) - Duration.FromHours(4);
        var coverage = await rows.ScalarAsync("select coverage from role where code = 'desk'");
        var people = Enumerable.Range(0, People).ToList();
        var roles = Enumerable.Range(0, Roles).ToList();
        await rows.AddAsync("person", ["person_id", "employee_no", "name", "active"], people.Select(i => new object?[] { Id(0x8000, i), $"B{i}", $"Dr {i}", true }));
        string[] method = ["contact_method_id", "person_id", "ordinal", "kind", "address", "verified"];
        await rows.AddAsync("contact_method", method, people.Select(i => new object?[] { Id(0x8001, i), Id(0x8000, i), 0, "Push", $"device-token-{i}", true }));
        await rows.AddAsync("contact_method", method, people.Select(i => new object?[] { Id(0x8002, i), Id(0x8000, i), 1, "Sms", $"+1555{i:0000000}", true }));
        await rows.AddAsync("role", ["role_id", "code", "name", "coverage"], roles.Select(i => new object?[] { Id(0x8003, i), RoleCode(i), $"Ward {i} duty", coverage }));
        await rows.AddAsync("role_address", ["normal_form", "role_id", "written", "ordinal"], roles.Select(i => new object?[] { $"ward-{i}-duty", Id(0x8003, i), RoleCode(i), 0 }));
        string[] upload = ["upload_id", "created_at", "created_by", "file_name", "content_hash", "time_zone", "format", "encoding", "row_count", "accepted", "status", "stamp", "added", "changed", "removed", "problems", "draft"];
        await rows.AddAsync("roster_upload", upload, [[Id(0x8004, 0), start, "bench", "bench", "", "UTC", "csv", "utf-8", 0, 0, "Published", 1, 0, 0, 0, "[]", "[]"]]);
        await rows.AddAsync("shift", ShiftColumns, Shifts(0x8005, start));
    });

    /// <summary>How long as many shifts as a roster has take to be put in, and nothing else; they are taken back.</summary>
    public Task<TimeSpan> PutShiftsInAsync() => Database.ReadAsync(
        async connection =>
        {
            var shifts = Shifts(0xb000, house.Get<IClock>().GetCurrentInstant() + Duration.FromDays(400)).ToList();
            await using var transaction = await connection.BeginTransactionAsync();
            var began = Stopwatch.GetTimestamp();
            await new BenchRows(connection, transaction).AddAsync("shift", ShiftColumns, shifts);
            var took = Stopwatch.GetElapsedTime(began);
            await transaction.RollbackAsync();
            return took;
        },
        CancellationToken.None);

    /// <summary>Sends one page.</summary>
    public async Task<PageView> SendAsync(int number, string urgency, string? role = null)
    {
        var request = new SendPageRequest(role ?? RoleCode(number), urgency, null, "bench", null, "555 0199", null);
        var answer = await house.Get<SendPage>().RunAsync(Sender, $"bench-{urgency}-{number}", request, CancellationToken.None);
        return answer.Value ?? throw new InvalidOperationException($"Not accepted: {answer.Refusal}");
    }

    /// <summary>Copies the pages that there are until there are so many, all of them waiting for their second step far ahead.</summary>
    public Task ArmAsync(int count, Instant due) => WriteAsync(async rows =>
    {
        await rows.RunAsync("update notification set state = 'Delivered', attempt = 1");
        var sources = await rows.ReadAsync("page", PageColumns, "");
        var responders = (await rows.ReadAsync("page_responder", ResponderColumns, "")).ToLookup(r => r[0]!.ToString());
        var states = (await rows.ReadAsync("escalation", EscalationColumns, "")).ToDictionary(r => r[0]!.ToString()!);
        var copies = Enumerable.Range(0, count - sources.Count).Select(i => (Page: Id(0x9000, i), Number: i, Source: sources[i % sources.Count])).ToList();
        await rows.AddAsync("page", PageColumns, copies.Select(c => (object?[])[c.Page, $"Z{c.Number:X7}", .. c.Source[2..]]));
        await rows.AddAsync("page_responder", ResponderColumns, copies.SelectMany(c => responders[c.Source[0]!.ToString()].Select(r => (object?[])[c.Page, .. r[1..]])));
        await rows.AddAsync("escalation", EscalationColumns, copies.Select(c =>
        {
            var state = JsonNode.Parse((string)states[c.Source[0]!.ToString()!][^1]!)!.AsObject();
            (state["page"], state["handoverAt"]) = (c.Page.ToString(), due.ToUnixTimeMilliseconds() + 3_600_000);
            _armed.Enqueue((c.Page, state));
            return (object?[])[c.Page, .. states[c.Source[0]!.ToString()!][1..^2], due, StateDue(state, due)];
        }));
    });

    /// <summary>Puts notifications there that went out and arrived before, by SMS, for the armed pages in turns, and the references of these.</summary>
    public Task SendEarlierAsync(int count, Instant at) => WriteAsync(async rows =>
    {
        var armed = _armed.Select(a => a.Page).ToList();
        await rows.AddAsync("page_reference", ["reference", "page_id"], armed.Select((page, i) => new object?[] { $"Z{i:X7}", page }));
        string[] columns = ["notification_id", "page_id", "person_id", "contact_method_id", "kind", "address", "verified", "purpose", "urgency", "step", "due_at", "state", "attempt", "provider_id", "changed_at"];
        await rows.AddAsync("notification", columns, Enumerable.Range(0, count).Select(i => new object?[]
        {
            Id(0xa000, i), armed[i % armed.Count], Id(0x8000, i % People), Id(0x8002, i % People), "Sms", $"+1555{i % People:0000000}", true, "Page", 2, 0, at, "Delivered", 1, $"SM{i:x32}", at,
        }));
    });

    /// <summary>Puts covers of an hour there, evenly spread over roles and over the days before <paramref name="until"/>.</summary>
    public Task CoverAsync(int count, Instant until) => WriteAsync(rows => rows.AddAsync(
        "cover",
        ["cover_id", "role_id", "person_id", "tier", "start_at", "end_at", "reason", "created_at", "created_by"],
        Enumerable.Range(0, count).Select(i =>
        {
            var at = until - Duration.FromHours(2 + (i / Roles));
            return new object?[] { Id(0xc000, i), Id(0x8003, i % Roles), Id(0x8000, i % People), 1, at, at + Duration.FromHours(1), "bench", at, "bench" };
        })));

    /// <summary>Makes so many of the armed pages due, evenly spread from that instant on: such as were sent one after the other, as those due together are.</summary>
    public async Task<IReadOnlyDictionary<Guid, Instant>> MakeDueAsync(int count, Instant from, Duration over)
    {
        if (_armed.Count < count)
        {
            throw new InvalidOperationException($"Only {_armed.Count} pages are left that {count} could be due: arm more.");
        }

        var due = Enumerable.Range(0, count).Select(n => (Armed: _armed.Dequeue(), At: from + (over * n / count))).ToList();
        await WriteAsync(async rows =>
        {
            await rows.RunAsync($"create table bench_due (page_id {rows.IdType} primary key, due_at {rows.InstantType}, state {rows.TextType})");
            await rows.AddAsync("bench_due", ["page_id", "due_at", "state"], due.Select(d => new object?[] { d.Armed.Page, d.At, StateDue(d.Armed.State, d.At) }));
            await rows.RunAsync(rows.IsServer
                ? "update e set due_at = d.due_at, state = d.state from escalation e join bench_due d on d.page_id = e.page_id"
                : "update escalation set due_at = d.due_at, state = d.state from bench_due d where d.page_id = escalation.page_id");
            await rows.RunAsync("drop table bench_due");
        });
        return due.ToDictionary(d => d.Armed.Page, d => Instant.FromUnixTimeMilliseconds(d.At.ToUnixTimeMilliseconds()));
    }

    private static Guid Id(int kind, int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-{kind:x4}-{number:x12}"));

    // A roster from that instant on.
    private static IEnumerable<object?[]> Shifts(int kind, Instant start) => Enumerable.Range(0, Roles * 3 * ShiftsOfATier).Select(i =>
    {
        var (role, tier, from) = (i / (3 * ShiftsOfATier), i / ShiftsOfATier % 3, start + Duration.FromHours(8 * (i % ShiftsOfATier)));
        return new object?[] { Id(kind, i), Id(0x8003, role), Id(0x8000, ((role * 6) + (tier * 2) + (i % 2)) % People), tier + 1, from, from + Duration.FromHours(8), Id(0x8004, 0) };
    });

    private static string StateDue(JsonObject state, Instant due)
    {
        state["stepDueAt"] = due.ToUnixTimeMilliseconds();
        return state.ToJsonString();
    }

    private Task<bool> WriteAsync(Func<BenchRows, Task> write) => Database.WriteAsync(
        async (connection, transaction) =>
        {
            await write(new BenchRows(connection, transaction));
            return true;
        },
        CancellationToken.None);
}
