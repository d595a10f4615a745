namespace OnCall.Data.Tests.Static;

/// <summary>Columns by name, which compare without case.</summary>
internal static class ColumnSets
{
    public static Dictionary<string, ColumnOrigin> ToColumns(this IEnumerable<(string Name, ColumnOrigin Origin)> columns) =>
        columns.ToDictionary(column => column.Name, column => column.Origin, StringComparer.OrdinalIgnoreCase);

    public static Dictionary<string, ColumnOrigin> ToColumns(this IEnumerable<TableColumn> columns) =>
        columns.Select(column => (column.Name, new ColumnOrigin(column.Type ?? SqlType.Unknown))).ToColumns();
}
