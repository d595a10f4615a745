using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;
using NodaTime;
using OnCall.Data.Rows;
using OnCall.Data.Tests.Static;
using Xunit;

namespace OnCall.Data.Tests.Rows;

/// <summary>Many rows as a table-valued parameter, of the types that the migrations make.</summary>
public sealed class RowTypeTests
{
    private const string Line = "create type line as table (\n    n int null,\n    big bigint null,\n    words nvarchar(max) null,\n    [key] char(3) null,\n    kind varchar(5) null,\n    at datetime2(3) null,\n    id uniqueidentifier null,\n    yes bit null\n);\n";
    private static readonly Guid Known = Guid.Parse("0192f0c1-5e5f-7a5b-8c7d-0123456789ab");
    private static readonly Instant At = Instant.FromUnixTimeTicks(17_900_000_001_239_999);
    private static readonly RowType Type = RowType.Read([Line])["line"];

    [Fact]
    public void The_program_and_sql_servers_own_parser_read_the_same_types()
    {
        var read = RowType.Read(OnCall.Data.Schema.MigrationScript.Shipped(DatabaseProvider.SqlServer).Select(s => s.Text));

        Assert.Equal(ShippedSchema.OnSqlServer.Types.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        Assert.All(read.Values, type => Assert.Equal(
            ShippedSchema.OnSqlServer.FindType(type.Name)!.Select(c => $"{c.Name} {c.Type}"),
            type.Columns.Select(c => $"{c.Name} {Shape(c)}")));
    }

    [Fact]
    public void Every_statement_for_many_rows_says_of_which_type_they_are() => Assert.All(
        Statement.Shipped.Where(s => s.File.EndsWith(".sqlserver.sql", StringComparison.Ordinal) && s.Text.Contains("@rows", StringComparison.Ordinal)),
        s => Assert.Contains(RowType.Of(s.Text).Name, ShippedSchema.OnSqlServer.Types));

    [Fact]
    public void Values_stand_under_their_names_whatever_the_order_in_which_they_were_set()
    {
        var sent = Sent(row =>
        {
            row.Set("id", Known);
            row.Set("unused", "nobody asks for it");
            row.Set("yes", true);
            row.Set("at", At);
            row.Set("kind", "Page");
            row.Set("words", "循環器 \"\\\n🫀");
            row.Set("n", 7);
            row.Set("big", long.MaxValue);
        });

        Assert.Equal([7, long.MaxValue, "循環器 \"\\\n🫀", DBNull.Value, "Page", new DateTime(2026, 9, 21, 14, 13, 20, 123, DateTimeKind.Unspecified), Known, true], sent);
    }

    [Fact]
    public void What_has_no_room_is_refused_and_not_cut_off() =>
        Assert.Contains("room for 5", Assert.Throws<ArgumentException>(() => Sent(row => row.Set("kind", "Repeat"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_beyond_its_column_is_refused() => Assert.Throws<OverflowException>(() => Sent(row => row.Set("n", long.MaxValue)));

    [Fact]
    public void A_statement_that_says_no_type_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => RowType.Of("insert into x select j.a from @rows j"));
        Assert.Throws<InvalidOperationException>(() => RowType.Of("-- rows: nobody_makes_it\ninsert into x select j.a from @rows j"));
    }

    [Fact]
    public void It_goes_out_as_one_structured_parameter()
    {
        using var command = new SqlCommand();
        var rows = ManyRows.Of(DatabaseProvider.SqlServer, [1, 2], static (row, n) => row.Set("place", n));
        rows.ForServer("-- rows: audit_seal_row\ninsert into audit_seal (place) select j.place from @rows j").AddParameter(command, "rows");

        var parameter = Assert.IsType<SqlParameter>(Assert.Single(command.Parameters));
        Assert.Equal((SqlDbType.Structured, "audit_seal_row"), (parameter.SqlDbType, parameter.TypeName));
        Assert.Equal([1L, 2L], ((IEnumerable<SqlDataRecord>)parameter.Value).Select(r => r.GetInt64(0)));
    }

    private static object[] Sent(Action<RowWriter> set)
    {
        var rows = ManyRows.Of(DatabaseProvider.SqlServer, [0], (row, _) => set(row));
        var record = Assert.Single(new RowsParameter(Type, rows).Records());
        var values = new object[record.FieldCount];
        record.GetValues(values);
        return values;
    }

    private static string Shape(SqlMetaData column) => column.SqlDbType switch
    {
        SqlDbType.DateTime2 => $"datetime2({column.Scale})",
        SqlDbType.Char or SqlDbType.VarChar or SqlDbType.NVarChar => $"{column.SqlDbType.ToString().ToLowerInvariant()}({(column.MaxLength == SqlMetaData.Max ? "max" : column.MaxLength)})",
        var other => other.ToString().ToLowerInvariant(),
    };
}
