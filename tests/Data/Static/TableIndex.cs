namespace OnCall.Data.Tests.Static;

/// <summary>An index or a key of a table on SQL Server.</summary>
/// <param name="Clustered">As it was written; null where it was not said.</param>
/// <param name="Includes">Columns that it has beside its keys.</param>
/// <param name="Filter">Which rows are in it, as written; null for all.</param>
internal sealed record TableIndex(string Table, string Name, bool IsPrimaryKey, bool? Clustered, IReadOnlyList<string> Keys, IReadOnlyList<string> Includes, string? Filter)
{
    public bool Has(string column) => Keys.Concat(Includes).Contains(column, StringComparer.OrdinalIgnoreCase);
}
