using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient.Server;
using OnCall.Data.Schema;

namespace OnCall.Data.Rows;

/// <summary>
/// A table type of SQL Server, as the migrations make it. A statement for many rows says by a line <c>-- rows: page_event_row</c> which one its
/// <c>@rows</c> has.
/// </summary>
internal sealed partial class RowType
{
    private static readonly Lazy<Dictionary<string, RowType>> Made = new(() => Read(MigrationScript.Shipped(DatabaseProvider.SqlServer).Select(script => script.Text)));
    private static readonly ConcurrentDictionary<string, RowType> OfStatement = new();

    private RowType(string name, IReadOnlyList<SqlMetaData> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    /// <summary>In the order in which the server expects them.</summary>
    public IReadOnlyList<SqlMetaData> Columns { get; }

    /// <summary>The type of a statement's rows.</summary>
    /// <exception cref="InvalidOperationException">The statement names none, or one that no migration makes.</exception>
    public static RowType Of(string sql) => OfStatement.GetOrAdd(sql, static text =>
        Named().Match(text) is not { Success: true } line ? throw new InvalidOperationException($"There is no line '-- rows: type' in: {text}")
        : Made.Value.TryGetValue(line.Groups["name"].Value, out var type) ? type
        : throw new InvalidOperationException($"No migration makes the type '{line.Groups["name"].Value}'."));

    /// <summary>The types that scripts make.</summary>
    /// <exception cref="FormatException">A column has a type that is not known here.</exception>
    internal static Dictionary<string, RowType> Read(IEnumerable<string> scripts) => scripts.SelectMany(script => Type().Matches(script))
        .Select(type => new RowType(type.Groups["name"].Value, [.. Column().Matches(type.Groups["columns"].Value).Select(ToColumn)]))
        .ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    private static SqlMetaData ToColumn(Match column)
    {
        var (name, size) = (column.Groups["name"].Value, column.Groups["size"].Value);
        var length = size.Length == 0 ? 0 : size == "max" ? SqlMetaData.Max : long.Parse(size, CultureInfo.InvariantCulture);
        return column.Groups["type"].Value switch
        {
            "uniqueidentifier" => new(name, SqlDbType.UniqueIdentifier),
            "bigint" => new(name, SqlDbType.BigInt),
            "int" => new(name, SqlDbType.Int),
            "bit" => new(name, SqlDbType.Bit),
            "datetime2" => new(name, SqlDbType.DateTime2, 0, (byte)length),
            "char" => new(name, SqlDbType.Char, length),
            "varchar" => new(name, SqlDbType.VarChar, length),
            "nvarchar" => new(name, SqlDbType.NVarChar, length),
            var other => throw new FormatException($"A row cannot have the type {other} of '{name}' yet."),
        };
    }

    [GeneratedRegex(@"^-- rows: (?<name>\w+)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^create type (?<name>\w+) as table \((?<columns>.*?)^\);", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"^\s*\[?(?<name>\w+)\]? (?<type>\w+)(?:\((?<size>\w+)\))? null", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Column();
}
