using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The type of a column or an expression.</summary>
/// <param name="Name">As it is written: <c>varchar</c>; what an expression is where it has no such name.</param>
/// <param name="Size">Characters, bytes, or digits of a second; null for <c>max</c> and for what has none.</param>
/// <param name="Source">Where the value comes from, which decides whether turning it into another type costs an index.</param>
internal sealed record SqlType(SqlFamily Family, string Name, int? Size = null, SqlSource Source = SqlSource.Made)
{
    public static readonly SqlType Unknown = new(SqlFamily.Unknown, "what this check does not understand");
    public static readonly SqlType Null = new(SqlFamily.Null, "null");
    public static readonly SqlType Parameter = new(SqlFamily.Parameter, "a bare parameter");
    public static readonly SqlType Integer = new(SqlFamily.Integer, "int");

    public bool IsText => Family is SqlFamily.Ansi or SqlFamily.National;

    /// <summary>The longest text or binary that fits.</summary>
    public int Length => Size ?? int.MaxValue;

    public static SqlType From(DataTypeReference? written)
    {
        if (written is not SqlDataTypeReference type)
        {
            return Unknown;
        }

        var name = type.SqlDataTypeOption.ToString().ToLowerInvariant();
        var said = type.Parameters.Count > 0 && type.Parameters[^1] is IntegerLiteral digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : (int?)null;
        var (family, unsaid) = type.SqlDataTypeOption switch
        {
            SqlDataTypeOption.Char or SqlDataTypeOption.VarChar => (SqlFamily.Ansi, 1),
            SqlDataTypeOption.NChar or SqlDataTypeOption.NVarChar => (SqlFamily.National, 1),
            SqlDataTypeOption.Bit or SqlDataTypeOption.TinyInt or SqlDataTypeOption.SmallInt or SqlDataTypeOption.Int or SqlDataTypeOption.BigInt => (SqlFamily.Integer, (int?)null),
            SqlDataTypeOption.Decimal or SqlDataTypeOption.Numeric or SqlDataTypeOption.Float or SqlDataTypeOption.Real => (SqlFamily.Real, null),
            SqlDataTypeOption.UniqueIdentifier => (SqlFamily.Guid, null),
            SqlDataTypeOption.DateTime2 => (SqlFamily.Time, 7),
            SqlDataTypeOption.Date or SqlDataTypeOption.DateTime or SqlDataTypeOption.SmallDateTime or SqlDataTypeOption.Time or SqlDataTypeOption.DateTimeOffset => (SqlFamily.Time, null),
            SqlDataTypeOption.Binary or SqlDataTypeOption.VarBinary or SqlDataTypeOption.Timestamp or SqlDataTypeOption.Rowversion => (SqlFamily.Binary, 1),
            _ => (SqlFamily.Unknown, null),
        };
        var max = type.Parameters.Count > 0 && type.Parameters[0] is MaxLiteral;
        return new(family, name, max ? null : said ?? unsaid);
    }

    public override string ToString() => this switch
    {
        { IsText: true, Size: null, Source: not SqlSource.Made } => Name + "(max)",
        { Size: { } size, Family: not SqlFamily.Integer } => string.Create(CultureInfo.InvariantCulture, $"{Name}({size})"),
        _ => Name,
    };
}
