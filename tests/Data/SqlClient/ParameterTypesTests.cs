using System.Data;
using System.Data.SqlTypes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlTypes;
using Xunit;

namespace OnCall.Data.Tests.SqlClient;

/// <summary>
/// Setting a parameter's type or value is what makes SqlClient load the assembly that OnCall has to supply itself;
/// none of this needs a server.
/// </summary>
public sealed class ParameterTypesTests
{
    public static TheoryData<SqlDbType> SqlTypes => [.. Enum.GetValues<SqlDbType>()];

    // SQL Server has no unsigned integers, and SqlClient refuses them by design.
    public static TheoryData<DbType> DbTypes =>
        [.. Enum.GetValues<DbType>().Except([DbType.SByte, DbType.UInt16, DbType.UInt32, DbType.UInt64, DbType.VarNumeric])];

    public static TheoryData<object> Values =>
    [
        1, 2L, (short)3, (byte)4, 5m, 6d, 7f, true, "text", new byte[] { 8 }, Guid.Empty, DateTime.UnixEpoch,
        DateTimeOffset.UnixEpoch, TimeSpan.Zero, DateOnly.MinValue, TimeOnly.MinValue, DBNull.Value,
        new SqlGuid(Guid.Empty), new SqlInt32(9), new SqlString("text"), new SqlDecimal(10), new SqlJson("{}"),
    ];

    [Theory]
    [MemberData(nameof(SqlTypes))]
    public void Every_sql_type_makes_a_parameter(SqlDbType type)
    {
        // A vector says its length by its value, so that a bare null is none.
        object value = type == SqlDbType.Vector ? new SqlVector<float>(new float[] { 1, 2, 3 }) : DBNull.Value;
        var parameter = new SqlParameter("@p", type) { Value = value };
        Assert.Equal(type, parameter.SqlDbType);
        Assert.Same(parameter, CommandWith(parameter).Parameters["@p"]);
    }

    [Theory]
    [MemberData(nameof(DbTypes))]
    public void Every_db_type_makes_a_parameter(DbType type)
    {
        var parameter = new SqlParameter { ParameterName = "@p", DbType = type, Value = DBNull.Value };
        Assert.Same(parameter, CommandWith(parameter).Parameters["@p"]);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_kind_of_value_finds_its_type(object value)
    {
        var parameter = new SqlParameter("@p", value);
        Assert.True(Enum.IsDefined(parameter.SqlDbType));
        Assert.Equal(value, CommandWith(parameter).Parameters["@p"].Value);
    }

    [Fact]
    public void A_table_valued_parameter_takes_a_data_table()
    {
        using var table = new DataTable { Columns = { { "page_id", typeof(Guid) }, { "due_at", typeof(DateTime) } } };
        table.Rows.Add(Guid.Empty, DateTime.UnixEpoch);
        var parameter = CommandWith(new SqlParameter("@rows", SqlDbType.Structured) { TypeName = "dbo.due", Value = table }).Parameters["@rows"];
        Assert.Equal(("dbo.due", table), (parameter.TypeName, parameter.Value));
    }

    [Fact]
    public void A_bulk_copy_takes_its_column_mappings()
    {
        using var connection = new SqlConnection("Server=nowhere;Integrated Security=false;User ID=u;Password=p");
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, null) { DestinationTableName = "shift", BatchSize = 1000 };
        copy.ColumnMappings.Add("ShiftId", "shift_id");
        Assert.Equal("shift_id", Assert.Single(copy.ColumnMappings.Cast<SqlBulkCopyColumnMapping>()).DestinationColumn);
    }

    [Fact]
    public void A_connection_string_is_read_and_encrypts_unless_told_otherwise()
    {
        var builder = new SqlConnectionStringBuilder("Server=db.example,1433;Database=oncall;Max Pool Size=50");
        Assert.Equal(("db.example,1433", "oncall", 50), (builder.DataSource, builder.InitialCatalog, builder.MaxPoolSize));
        Assert.Equal(SqlConnectionEncryptOption.Mandatory, builder.Encrypt);
    }

    private static SqlCommand CommandWith(SqlParameter parameter)
    {
        var command = new SqlCommand("select 1");
        command.Parameters.Add(parameter);
        return command;
    }
}
