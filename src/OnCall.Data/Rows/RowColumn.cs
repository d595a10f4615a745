using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace OnCall.Data.Rows;

/// <summary>A column of the rows that a statement of SQL Server's is sent, with the very type of what it is written to or compared with.</summary>
/// <param name="Size">In characters; -1 for as many as there are, 0 where the type has none.</param>
internal sealed record RowColumn(string Name, SqlDbType Type, int Size)
{
    private const int Whatever = -1;
    private const byte Milliseconds = 3;

    /// <summary>Of a name and a type of T-SQL: <c>dueAt datetime2(3)</c>.</summary>
    /// <exception cref="FormatException">The type is not known here.</exception>
    public static RowColumn Parse(string text)
    {
        var parts = text.Trim().Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var size = parts.Length < 3 ? 0 : parts[2] == "max" ? Whatever : int.Parse(parts[2], CultureInfo.InvariantCulture);
        return parts switch
        {
            [var name, "uniqueidentifier"] => new(name, SqlDbType.UniqueIdentifier, 0),
            [var name, "bigint"] => new(name, SqlDbType.BigInt, 0),
            [var name, "int"] => new(name, SqlDbType.Int, 0),
            [var name, "bit"] => new(name, SqlDbType.Bit, 0),
            [var name, "datetime2", "3"] => new(name, SqlDbType.DateTime2, 0),
            [var name, "char", _] => new(name, SqlDbType.Char, size),
            [var name, "varchar", _] => new(name, SqlDbType.VarChar, size),
            [var name, "nvarchar", _] => new(name, SqlDbType.NVarChar, size),
            _ => throw new FormatException($"'{text.Trim()}' is no column of a row."),
        };
    }

    /// <exception cref="ArgumentException">There is no room for it: the client would cut it off without a word.</exception>
    /// <exception cref="OverflowException">The number is beyond the column.</exception>
    public SqlParameter With(string parameter, object? value)
    {
        var made = new SqlParameter(parameter, Type, Size) { Value = Of(value) };
        if (Type == SqlDbType.DateTime2)
        {
            made.Scale = Milliseconds;
        }

        return made;
    }

    /// <summary>What of .NET its values are.</summary>
    public Type ClrType => Type switch
    {
        SqlDbType.UniqueIdentifier => typeof(Guid),
        SqlDbType.BigInt => typeof(long),
        SqlDbType.Int => typeof(int),
        SqlDbType.Bit => typeof(bool),
        SqlDbType.DateTime2 => typeof(DateTime),
        _ => typeof(string),
    };

    /// <summary>The value as the column takes it.</summary>
    /// <exception cref="ArgumentException">There is no room for it: the client would cut it off without a word.</exception>
    /// <exception cref="OverflowException">The number is beyond the column.</exception>
    public object Of(object? value) => (value, Type) switch
    {
        (null, _) => DBNull.Value,
        (string text, _) when Size != Whatever && text.Length > Size =>
            throw new ArgumentException($"'{Name}' has room for {Size} characters, and {text.Length} were given.", nameof(value)),
        (long number, SqlDbType.Int) => checked((int)number),
        (long yes, SqlDbType.Bit) => yes != 0,
        _ => value,
    };
}
