using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>Two bytes a character only where people, or systems of others, write; and every time alike.</summary>
public sealed class ColumnTypesTests
{
    // Why each of these is nvarchar.
    private static readonly (string Why, string[] Columns)[] National =
    [
        ("people write it", [
            "org_unit.code", "org_unit.name", "org_unit_holiday.name", "person.employee_no", "person.name", "person.position", "policy.code", "policy.name",
            "role.code", "role.name", "role_address.normal_form", "role_address.written", "api_key.integration", "passkey.name", "push_device.name",
            "roster_source.name", "roster_upload.file_name", "shift.label", "cover.reason", "swap.reason", "rotation.code", "roster_pull.code",
            "page.subject", "page.body", "page.patient_ref", "page.callback", "page_event.detail", "broken_glass.note",
            "legal_hold.label", "legal_hold.reason", "legal_hold.lift_reason", "preset.code", "preset.name", "preset.subject", "preset.body"]),
        ("a contact method's address may be a mail address, in any script; those that are compared with it are of its type", [
            "contact_method.address", "contact_opt_out.address", "notification.address", "notice_delivery.address", "push_device.address"]),
        ("it names who did something: a person by name or number, a system by what it was called", [
            "audit_entry.actor", "page.sender_name", "page_event.who", "idempotency_key.caller", "api_key.made_by", "invitation.made_by", "roster_upload.created_by",
            "cover.created_by", "roster_source.updated_by", "rotation.updated_by", "roster_pull.updated_by", "swap.asked_by", "swap.changed_by",
            "retention_rule.updated_by", "legal_hold.placed_by", "legal_hold.lifted_by"]),
        ("it names what something is about, by names or numbers that people gave", ["audit_entry.subject", "alarm.subject", "notice.subject"]),
        ("JSON, in which people's words stand", [
            "policy.steps", "role.coverage", "role.demand", "person.preferences", "audit_entry.detail", "roster_upload.problems", "roster_upload.draft",
            "roster_upload.reading", "roster_source.settings", "page.replies", "escalation.state", "node_heartbeat.channels", "notice.facts",
            "rotation.definition", "roster_pull.definition", "roster_pull.taken", "roster_pull.held_taken", "passkey.data"]),
        ("another's system answered it, in whatever signs", [
            "notification.provider_id", "notification.detail", "notice_delivery.provider_id", "notice_delivery.detail", "alarm.detail", "push_device.failure",
            "contact_check.test_detail", "roster_pull.message", "roster_pull.seen", "roster_pull.etag"]),
        ("sealed or wrapped, and never compared; from before there may be words in it that are not sealed, and a change would write every row anew", [
            "page_event.sealed_detail", "cover.sealed_reason", "swap.sealed_reason", "idempotency_key.sealed_hash", "roster_pull.secret", "account.totp_secret",
            "link_secret.secret", "push_key.private_key", "push_device.target", "signing_key.private_key", "protection_key.element"]),
        ("plain signs, but few rows, not null, and never compared: not worth that not every engine takes ALTER COLUMN … NOT NULL", [
            "account.password_hash", "api_key.permissions", "signing_key.public_key", "schema_migration.name"]),
        ("plain signs, but not null, a key, and in every page: ALTER COLUMN … NOT NULL is not taken by every engine; 8 characters", [
            "page.reference", "page_reference.reference", "purged_page.reference"]),
    ];

    [Fact]
    public void Nvarchar_stands_where_it_is_said_why()
    {
        var columns = All(type => type.Family == SqlFamily.National).Select(column => column.Name).ToArray();
        var said = National.SelectMany(group => group.Columns).ToArray();
        Found.Nothing(columns.Except(said).Select(column => $"{column}: nvarchar; varchar if nobody writes it, or say why here")
            .Concat(said.Except(columns).Select(column => $"{column}: is not nvarchar"))
            .Concat(said.GroupBy(column => column).Where(twice => twice.Count() > 1).Select(twice => $"{twice.Key}: said twice")));
    }

    [Fact]
    public void Every_time_is_a_datetime2_of_milliseconds() =>
        Found.Nothing(All(type => type.Family == SqlFamily.Time && type is not { Name: "datetime2", Size: 3 }).Select(column => $"{column.Name}: {column.Type}"));

    [Fact]
    public void Every_column_s_type_is_one_that_the_checks_know() =>
        Found.Nothing(All(type => type.Family == SqlFamily.Unknown).Select(column => $"{column.Name}: of no known type"));

    [Fact]
    public void The_types_are_those_that_the_migrations_leave()
    {
        var tables = TableCatalog.From(["create table a (x nvarchar(20) null, y datetime null, z datetime2 null);", "alter table a alter column x varchar(30) null; alter table a add w datetime2(3) null;"]);
        Assert.Equal(
            ["varchar(30)", "datetime", "datetime2(7)", "datetime2(3)"],
            new[] { "x", "y", "z", "w" }.Select(column => tables.Find("a")![column].Type!.ToString()));
    }

    private static IEnumerable<(string Name, SqlType Type)> All(Func<SqlType, bool> chosen) =>
        // What is in the tables of Quartz is its own to say.
        from table in ShippedSchema.OnSqlServer.Tables.Except(ShippedSchema.OfQuartz, StringComparer.OrdinalIgnoreCase)
        from column in ShippedSchema.OnSqlServer.Find(table)!.Values
        let type = column.Type ?? SqlType.Unknown
        where chosen(type)
        orderby table, column.Name
        select ($"{table}.{column.Name}", type);
}
