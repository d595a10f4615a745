using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Data.Rows;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Data.Tests.SqlClient;

/// <summary>
/// SQL Server keeps a plan for each text and each list of parameter types. A value's length, or its being null, must not make another of either.
/// </summary>
public sealed class SentParametersTests
{
    private static readonly Guid[] Many = [.. Enumerable.Range(1, 250).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public SentParametersTests() => ColumnTypes.Register();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4000)]
    public void A_string_goes_out_as_nvarchar_of_4000_whatever_its_length(int length) =>
        Assert.Equal((SqlDbType.NVarChar, 4000), Shape(Parameter(new { value = new string('x', length) })));

    [Fact]
    public void A_longer_string_goes_out_as_nvarchar_max() =>
        Assert.Equal((SqlDbType.NVarChar, -1), Shape(Parameter(new { value = new string('x', 4001) })));

    // SqlClient declares a size of 0 as the largest that is not max.
    [Fact]
    public void A_null_string_goes_out_as_nvarchar() => Assert.Equal((SqlDbType.NVarChar, 0), Shape(Parameter(new { value = (string?)null })));

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(8000)]
    public void Bytes_go_out_as_varbinary_of_8000_whatever_their_length(int length) =>
        Assert.Equal((SqlDbType.VarBinary, 8000), Shape(Parameter(new { value = new byte[length] })));

    [Fact]
    public void More_bytes_go_out_as_varbinary_max_and_none_as_varbinary()
    {
        Assert.Equal((SqlDbType.VarBinary, -1), Shape(Parameter(new { value = new byte[8001] })));
        Assert.Equal((SqlDbType.VarBinary, 8000), Shape(Parameter(new { value = (byte[]?)null })));
    }

    [Fact]
    public void Many_rows_go_out_as_one_text() =>
        Assert.Equal((SqlDbType.NVarChar, 4000), Shape(Parameter(new { value = JsonRowWriter.Write(Many.Take(3), (row, id) => row.Set("id", id)) })));

    [Fact]
    public void An_instant_goes_out_in_utc_with_milliseconds()
    {
        var parameter = Parameter(new { value = Instant.FromUtc(2026, 3, 1, 7, 30) + Duration.FromTicks(12_345_678) });
        Assert.Equal((SqlDbType.DateTime2, (byte)3), (parameter.SqlDbType, parameter.Scale));
        Assert.Equal(new DateTime(2026, 3, 1, 7, 30, 1, 234, DateTimeKind.Utc), parameter.Value);
    }

    [Fact]
    public void An_instant_that_is_null_goes_out_as_an_instant()
    {
        var parameter = Parameter(new { value = (Instant?)null });
        Assert.Equal((SqlDbType.DateTime2, (byte)3, DBNull.Value), (parameter.SqlDbType, parameter.Scale, parameter.Value));
    }

    [Fact]
    public void An_id_goes_out_as_one_and_so_does_its_absence()
    {
        Assert.Equal(SqlDbType.UniqueIdentifier, Parameter(new { value = new PageId(Many[0]) }).SqlDbType);
        Assert.Equal(SqlDbType.UniqueIdentifier, Parameter(new { value = (PersonId?)null }).SqlDbType);
        Assert.Equal(SqlDbType.UniqueIdentifier, Parameter(new { value = Many[0] }).SqlDbType);
        Assert.Equal(SqlDbType.UniqueIdentifier, Parameter(new { value = (Guid?)null }).SqlDbType);
    }

    [Fact]
    public void Numbers_go_out_as_what_they_are_and_so_does_their_absence()
    {
        Assert.Equal(SqlDbType.Int, Parameter(new { value = 1 }).SqlDbType);
        Assert.Equal(SqlDbType.Int, Parameter(new { value = (int?)null }).SqlDbType);
        Assert.Equal(SqlDbType.BigInt, Parameter(new { value = 1L }).SqlDbType);
        Assert.Equal(SqlDbType.Bit, Parameter(new { value = (bool?)null }).SqlDbType);
    }

    [Fact]
    public void Ids_of_a_list_go_out_as_ids()
    {
        // Boxed one by one, as Batches hands them on.
        var command = Sent("delete from x where id in @value", new { value = Many.Take(3).Select(id => (object)id).ToArray() });
        Assert.Equal("delete from x where id in (@value1,@value2,@value3)", command.Text);
        Assert.All(command.Parameters, parameter => Assert.Equal(SqlDbType.UniqueIdentifier, parameter.SqlDbType));
    }

    [Fact]
    public void Lists_of_nearly_the_same_length_share_a_statement()
    {
        string Text(int length) => Sent("delete from x where id in @value", new { value = Many.Take(length).Select(id => (object)id).ToArray() }).Text;

        // Up to 5 each length has its own, then by tens to 150, then by fifties to what a batch holds.
        Assert.Equal(Text(6), Text(10));
        Assert.NotEqual(Text(10), Text(11));
        Assert.Equal(5 + 15 + 2, Enumerable.Range(1, Many.Length).Select(Text).Distinct().Count());
    }

    [Fact]
    public void Words_of_ours_go_out_as_varchar_of_the_column_s_length_in_a_list()
    {
        (string Text, IReadOnlyList<SqlParameter> Parameters) Of(int length) => Sent("delete from x where kind in @value", new { value = Varchar.List(Enumerable.Range(1, length).Select(i => "kind" + i), 20) });
        Assert.All(Of(7).Parameters, parameter => Assert.Equal((SqlDbType.VarChar, 20), Shape(parameter)));
        Assert.Equal(["kind1", "kind2", "kind3"], Of(3).Parameters.Select(parameter => parameter.Value));
        Assert.Equal(Of(6).Text, Of(10).Text);
        Assert.Equal("kind6", Of(6).Parameters[9].Value);
    }

    private static (SqlDbType Type, int Size) Shape(SqlParameter parameter) => (parameter.SqlDbType, parameter.Size);

    private static SqlParameter Parameter(object value) => Assert.Single(Sent("delete from x where id = @value", value).Parameters);

    private static (string Text, IReadOnlyList<SqlParameter> Parameters) Sent(string text, object values)
    {
        using var connection = new UnsentConnection();
        connection.Execute(text, values);
        return Assert.Single(connection.Commands);
    }
}
