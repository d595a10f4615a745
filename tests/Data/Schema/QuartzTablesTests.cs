using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Data.Schema;
using OnCall.Data.Tests.Static;
using Quartz;
using Xunit;

namespace OnCall.Data.Tests.Schema;

/// <summary>
/// The tables that a migration makes for Quartz's clustered store are those that this version of Quartz asks for: its own script lies in its assembly.
/// </summary>
public sealed partial class QuartzTablesTests
{
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";

    // Tables of its history of executions, which is not kept.
    private static readonly string[] NotKept = ["QRTZ_EXECUTION_HISTORY", "QRTZ_JOB_STATUS", "QRTZ_MISFIRE_HISTORY"];

    [Fact]
    public void They_have_the_columns_types_and_keys_that_quartz_wants()
    {
        var wanted = Lines(Wanted()).Where(line => !NotKept.Contains(line.Split('.')[0], StringComparer.Ordinal)).ToArray();
        Assert.Contains("QRTZ_TRIGGERS.NEXT_FIRE_TIME bigint null", wanted);
        Assert.Equal(wanted, Lines(MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches())));
    }

    [Fact]
    public void A_column_that_quartz_lacks_or_has_otherwise_is_found() => Assert.Equal(
        ["QRTZ_A.X nvarchar(20) not null", "QRTZ_A.Y int null default", "QRTZ_A.key X"],
        Lines(["create table quartz.QRTZ_A (X nvarchar(20) not null, Y int constraint d default 0, constraint p primary key (X)); create table a (x int);"]));

    private static IEnumerable<string> Wanted()
    {
        using var reader = new StreamReader(typeof(IJob).Assembly.GetManifestResourceStream(Script)!);
        return Piece().Split(reader.ReadToEnd()).Select(piece => piece.Replace("{0}", "quartz.QRTZ_", StringComparison.Ordinal).Replace("{1}", "QRTZ_", StringComparison.Ordinal)).ToArray();
    }

    private static string[] Lines(IEnumerable<string> scripts)
    {
        var tables = new Tables();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(tables);
        }

        return [.. tables.Found.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^--;;\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Piece();

    private sealed class Tables : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(CreateTableStatement node)
        {
            if (node.SchemaObjectName.SchemaIdentifier?.Value != "quartz")
            {
                return;
            }

            var table = node.SchemaObjectName.BaseIdentifier.Value;
            Found.AddRange(node.Definition.ColumnDefinitions.Select(column => $"{table}.{Line(column)}"));
            Found.AddRange(node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>().Select(key => $"{table}.key {Names(key.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1]))}"));
            Found.AddRange(node.Definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>()
                .Select(key => $"{table}.to {key.ReferenceTableName.BaseIdentifier.Value} {Names(key.Columns)} {key.DeleteAction}"));
        }

        private static string Line(ColumnDefinition column)
        {
            var nullable = column.Constraints.OfType<NullableConstraintDefinition>().FirstOrDefault()?.Nullable ?? true;
            var type = Text(column.DataType).ToUpperInvariant();
            return $"{column.ColumnIdentifier.Value} {type.ToLowerInvariant()} {(nullable ? "null" : "not null")}{(column.DefaultConstraint is null ? "" : " default")}";
        }

        private static string Text(TSqlFragment node) => string.Concat(
            node.ScriptTokenStream.Skip(node.FirstTokenIndex).Take(node.LastTokenIndex - node.FirstTokenIndex + 1).Select(token => token.Text)).Replace(" ", "", StringComparison.Ordinal);

        private static string Names(IEnumerable<Identifier> columns) => string.Join(", ", columns.Select(column => column.Value));
    }
}
