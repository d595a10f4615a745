using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>The script of the logins gives each role what the shipped statements need, table by table, and nothing more.</summary>
public sealed class LoginGrantsTests
{
    private const string File = "db/sqlserver-logins.sql";
    private const string Application = "oncall_application";
    private const string Auditor = "oncall_auditor";

    // What only the migrations' own runner does.
    private static readonly string[] OfTheMigrator = ["Create", "Record"];

    // What Quartz does with its tables is its own affair.
    private static readonly string[] Every = ["delete", "insert", "select", "update"];

    [Fact]
    public void The_application_may_do_with_each_table_what_its_statements_do_and_nothing_else()
    {
        var ours = Statement.Shipped.Where(statement => statement.ForSqlServer && !(statement.Store.EndsWith("/MigrationJournal", StringComparison.Ordinal) && OfTheMigrator.Contains(statement.Name, StringComparer.Ordinal)));
        var needed = ours.SelectMany(statement => TableVerbs.Of(statement.Sent)).Concat(ShippedSchema.OfQuartz.SelectMany(table => Every.Select(verb => $"{table} {verb}")));

        Found.Nothing(Differences([.. needed], [.. Given(Application)]));
    }

    [Fact]
    public void A_verb_too_few_and_one_too_many_are_found() => Assert.Equal(
        ["not given: page delete", "given for nothing: page update"], Differences(["page select", "page delete"], ["page select", "page update"]));

    [Fact]
    public void Every_table_of_the_schema_is_given_to_the_application() => Found.Nothing(
        ShippedSchema.OnSqlServer.Tables.Except(Given(Application).Select(line => line.Split(' ')[0]), StringComparer.OrdinalIgnoreCase).Select(table => $"{File}: nothing is given on {table}"));

    [Fact]
    public void Rows_may_be_passed_in_every_table_type()
    {
        var types = new Types();
        foreach (var batch in OnCall.Data.Schema.MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches()))
        {
            TSql.Parse(batch).Script.Accept(types);
        }

        Assert.Equal(types.Names.Select(type => $"{type} execute").Order(StringComparer.Ordinal), Script().Types.Where(type => type.Role == Application).Select(type => type.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_audit_trail_is_read_and_added_to_and_both_changes_are_denied_to_all()
    {
        Assert.Equal(["audit_entry insert", "audit_entry select", "audit_seal insert", "audit_seal select"], Given(Application).Where(line => line.StartsWith("audit_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["audit_entry delete", "audit_entry update", "audit_seal delete", "audit_seal update"], Script().Denied.Where(d => d.Role == "public").Select(d => d.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_auditor_reads_what_the_commands_of_an_auditor_read_and_no_half_of_a_key_that_is_private()
    {
        string[] asked = ["AuditSealStore At", "AuditSealStore Count", "AuditSealStore Head", "AuditSealStore Links", "SigningKeyStore Public"];
        var read = Statement.Shipped.Where(s => s.ForSqlServer && asked.Contains($"{Path.GetFileName(s.Store)} {s.Name}", StringComparer.Ordinal)).ToArray();
        Assert.Equal(asked.Length, read.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());

        Assert.Equal(read.SelectMany(s => TableVerbs.Of(s.Sent)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Given(Auditor).Order(StringComparer.Ordinal));
        Assert.Equal(["signing_key: created_at, key_id, public_key"], Script().Columns);
    }

    [Theory]
    [InlineData("update page set subject = @s where page_id = @id", "page select, page update")]
    [InlineData("update n set n.state = @s from notification n join page p on p.page_id = n.page_id where n.state = 'Due'", "notification select, notification update, page select")]
    [InlineData("with old as (select x.page_id from page_event x) delete from page where page_id in (select o.page_id from old o)", "page delete, page select, page_event select")]
    [InlineData("insert into roster_stamp (id, stamp) select 1, count(*) from shift", "roster_stamp insert, shift select")]
    [InlineData("insert into roster_stamp (id, stamp) output inserted.stamp values (1, 1)", "roster_stamp insert, roster_stamp select")]
    public void What_a_statement_needs_is_found(string statement, string needs) => Assert.Equal(needs, string.Join(", ", TableVerbs.Of(statement)));

    private static IEnumerable<string> Given(string role) => Script().Granted.Where(grant => grant.Role == role).Select(grant => grant.What);

    private static string[] Differences(IReadOnlyCollection<string> needed, IReadOnlyCollection<string> given) =>
    [
        .. needed.Except(given, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(what => $"not given: {what}"),
        .. given.Except(needed, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(what => $"given for nothing: {what}"),
    ];

    private static Grants Script()
    {
        var grants = new Grants();
        foreach (var batch in new OnCall.Data.Schema.MigrationScript("0000_logins.sql", System.IO.File.ReadAllText(SourceTree.PathOf(File))).Batches())
        {
            var (script, errors) = TSql.Parse(batch);
            Assert.Empty(errors);
            script.Accept(grants);
        }

        return grants;
    }

    private sealed class Types : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(CreateTypeTableStatement node) => Names.Add(node.Name.BaseIdentifier.Value);
    }

    private sealed class Grants : TSqlFragmentVisitor
    {
        public List<(string Role, string What)> Granted { get; } = [];

        public List<(string Role, string What)> Denied { get; } = [];

        public List<string> Columns { get; } = [];

        public override void Visit(GrantStatement node) => Add(Granted, node);

        public override void Visit(DenyStatement node) => Add(Denied, node);

        public List<(string Role, string What)> Types { get; } = [];

        private void Add(List<(string Role, string What)> lines, SecurityStatement node)
        {
            var table = node.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value;
            var into = node.SecurityTargetObject.ObjectKind == SecurityObjectKind.Type ? Types : lines;
            into.AddRange(
                from principal in node.Principals
                from permission in node.Permissions
                select (principal.PrincipalType == PrincipalType.Public ? "public" : principal.Identifier.Value, $"{table} {permission.Identifiers[0].Value.ToLowerInvariant()}"));
            Columns.AddRange(node.Permissions.Concat<object>([node.SecurityTargetObject]).Select(Listed).Where(list => list.Length > 0).Select(list => $"{table}: {list}"));
        }

        private static string Listed(object part) => string.Join(", ", (part is Permission permission ? permission.Columns : ((SecurityTargetObject)part).Columns).Select(column => column.Value).Order(StringComparer.Ordinal));
    }
}
