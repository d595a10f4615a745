using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Data.Rows;
using OnCall.Data.Tests.Static;
using Xunit;

namespace OnCall.Data.Tests.Rows;

/// <summary>Many rows for one statement of SQL Server's: each value a parameter of its type and size.</summary>
public sealed class ServerTemplateTests
{
    private const string Line =
        "-- rows: n int, big bigint, words nvarchar(max), key char(3), kind varchar(5), at datetime2(3), id uniqueidentifier, yes bit\ninsert into line select j.n from @rows j";
    private static readonly Guid Known = Guid.Parse("0192f0c1-5e5f-7a5b-8c7d-0123456789ab");
    private static readonly Instant At = Instant.FromUnixTimeTicks(17_900_000_001_239_999);

    public static TheoryData<string, string> ForMany => new(Statement.Shipped
        .Where(s => s.File.EndsWith(".sqlserver.sql", StringComparison.Ordinal) && s.Text.Contains("@rows", StringComparison.Ordinal))
        .Select(s => (s.File, s.Name)));

    [Theory]
    [MemberData(nameof(ForMany))]
    public void Sql_server_takes_every_statement_with_its_values(string file, string name)
    {
        var template = ServerTemplate.Of(Statement.Shipped.Single(s => s.File == file && s.Name == name).Text);
        foreach (var count in new[] { 1, 2, template.MostTogether })
        {
            var (script, errors) = TSql.Parse(template.For(count));
            Assert.Empty(errors);
            var names = new NameCheck(ShippedSchema.OnSqlServer);
            script.Accept(names);
            Assert.Empty(names.Problems);
        }

        Assert.InRange(template.MostTogether * template.Columns.Count, 1, 2000);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(7, "7")]
    [InlineData(13, "8 5")]
    [InlineData(300, "128 128 32 8 4")]
    public void Every_row_goes_once_in_its_order_and_in_few_sizes(int count, string sizes)
    {
        var template = ServerTemplate.Of("-- rows: n int, a int, b int, c int, d int, e int, f int, g int, h int, i int\ninsert into x (n) select j.n from @rows j");
        var rows = ManyRows.Of(DatabaseProvider.SqlServer, Enumerable.Range(0, count), static (row, n) => "nabcdefghi".ToList().ForEach(c => row.Set($"{c}", n)));

        var texts = template.Of(rows.Values!).Select(some => (some.Text, Values: Sent(some))).ToList();

        Assert.Equal(sizes, string.Join(' ', texts.Select(t => t.Values.Count / 10)));
        Assert.Equal(Enumerable.Range(0, count), texts.SelectMany(t => t.Values).Where((_, place) => place % 10 == 0).Select(p => (int)p.Value!));
        Assert.All(texts, t => Assert.Equal(t.Text, template.For(t.Values.Count / 10)));
    }

    [Fact]
    public void Each_value_has_the_type_and_the_size_of_its_column()
    {
        var sent = Sent(
            ("id", r => r.Set("id", Known)), ("unused", r => r.Set("unused", "nobody asks for it")), ("yes", r => r.Set("yes", 1)), ("at", r => r.Set("at", At)),
            ("kind", r => r.Set("kind", "Page")), ("words", r => r.Set("words", "循環器's \"\\\n🫀")), ("n", r => r.Set("n", 7)), ("big", r => r.Set("big", long.MaxValue)),
            ("key", r => r.Set("key", (string?)null)));

        Assert.Equal(
            ["Int 0 7", $"BigInt 0 {long.MaxValue}", "NVarChar -1 循環器's \"\\\n🫀", "Char 3 ", "VarChar 5 Page", "DateTime2 0 2026-09-21T14:13:20.1230000Z", $"UniqueIdentifier 0 {Known}", "Bit 0 True"],
            sent.Select(p => $"{p.SqlDbType} {p.Size} {(p.Value is DateTime at ? at.ToString("o") : p.Value)}"));
        Assert.Equal(3, sent[5].Scale);
    }

    [Fact]
    public void What_has_no_room_is_refused_and_not_cut_off() =>
        Assert.Contains("room for 5", Assert.Throws<ArgumentException>(() => Of("varchar(5)", row => row.Set("a", "Repeat"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_beyond_its_column_is_refused() => Assert.Throws<OverflowException>(() => Of("int", row => row.Set("a", long.MaxValue)));

    [Fact]
    public void Rows_without_a_column_that_is_asked_for_are_refused() =>
        Assert.Contains("no 'a'", Assert.Throws<InvalidOperationException>(() => Of("int", row => row.Set("b", 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("insert into x select j.a from @rows j")]
    [InlineData("-- rows: a int\ninsert into x (a) values (@a)")]
    public void A_statement_that_does_not_say_what_its_rows_have_is_refused(string sql) => Assert.Throws<InvalidOperationException>(() => ServerTemplate.Of(sql));

    [Fact]
    public void A_type_that_is_not_known_is_refused() => Assert.Throws<FormatException>(() => ServerTemplate.Of("-- rows: a money\nselect j.a from @rows j"));

    private static List<SqlParameter> Of(string type, Action<RowWriter> set)
    {
        var rows = ManyRows.Of(DatabaseProvider.SqlServer, [0], (row, _) => set(row));
        return Sent(ServerTemplate.Of($"-- rows: a {type}\ninsert into x (a) select j.a from @rows j").Of(rows.Values!).Single());
    }

    private static List<SqlParameter> Sent(params (string Name, Action<RowWriter> Set)[] values)
    {
        var rows = ManyRows.Of(DatabaseProvider.SqlServer, [0], (row, _) => values.ToList().ForEach(v => v.Set(row)));
        return Sent(ServerTemplate.Of(Line).Of(rows.Values!).Single());
    }

    private static List<SqlParameter> Sent(ServerRows some)
    {
        using var command = new SqlCommand();
        ((SqlMapper.IDynamicParameters)some).AddParameters(command, null!);
        return [.. command.Parameters.Cast<SqlParameter>()];
    }
}
