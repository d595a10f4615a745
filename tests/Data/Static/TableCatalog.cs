namespace OnCall.Data.Tests.Static;

/// <summary>Tables and table types by name, as a run of scripts builds them. Names compare without case, as SQL Server's do.</summary>
internal sealed class TableCatalog
{
    private readonly Dictionary<string, Dictionary<string, TableColumn>> _tables;

    public TableCatalog()
        : this(new(StringComparer.OrdinalIgnoreCase))
    {
    }

    private TableCatalog(Dictionary<string, Dictionary<string, TableColumn>> tables) => _tables = tables;

    public IReadOnlyCollection<string> Tables => _tables.Keys;

    public static TableCatalog From(IEnumerable<string> scripts)
    {
        var catalog = new TableCatalog();
        foreach (var script in scripts)
        {
            // The name check reads each CREATE and ALTER into the catalog as it meets it.
            TSql.Parse(script).Script.Accept(new NameCheck(catalog, keep: true));
        }

        return catalog;
    }

    /// <summary>The columns of a table; null when there is none of that name.</summary>
    public IReadOnlyDictionary<string, TableColumn>? Find(string table) => _tables.GetValueOrDefault(table);

    public void Add(string table) => _tables[table] = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string table, TableColumn column) => _tables[table][column.Name] = column;

    public void Remove(string table) => _tables.Remove(table);

    public void Remove(string table, string column) => _tables[table].Remove(column);

    /// <summary>A copy that a statement with tables of its own may add to.</summary>
    public TableCatalog Copy() => new(
        _tables.ToDictionary(
            table => table.Key,
            table => new Dictionary<string, TableColumn>(table.Value, StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase));
}
