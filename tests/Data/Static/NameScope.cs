namespace OnCall.Data.Tests.Static;

/// <summary>What the columns of one query can refer to: its own sources, then those of the query around it.</summary>
internal sealed class NameScope(NameScope? outer)
{
    private readonly List<(string Name, IReadOnlyDictionary<string, ColumnOrigin>? Columns)> _sources = [];

    public NameScope? Outer { get; } = outer;

    /// <summary>Adds a source; <paramref name="columns"/> is null when they cannot be known, and any name is then taken.</summary>
    public void Add(string name, IReadOnlyDictionary<string, ColumnOrigin>? columns) => _sources.Add((name, columns));

    public bool Has(string name) => _sources.Any(source => Same(source.Name, name));

    public IReadOnlyDictionary<string, ColumnOrigin>? ColumnsOf(string name) => _sources.First(source => Same(source.Name, name)).Columns;

    public void AddAll(NameScope other) => _sources.AddRange(other._sources);

    /// <summary>Why <paramref name="column"/> cannot be resolved; null when it can.</summary>
    public string? Problem(string? qualifier, string column) => qualifier is null ? Bare(column) : Qualified(qualifier, column);

    /// <summary>What <paramref name="column"/> stands for; null when that cannot be known.</summary>
    public ColumnOrigin? Origin(string? qualifier, string column)
    {
        var holder = _sources.FirstOrDefault(source => qualifier is null ? source.Columns?.ContainsKey(column) == true : Same(source.Name, qualifier));
        return holder.Name is null ? Outer?.Origin(qualifier, column) : holder.Columns?.GetValueOrDefault(column);
    }

    private string? Bare(string column)
    {
        var holders = _sources.Where(source => source.Columns?.ContainsKey(column) == true).Select(source => source.Name).ToArray();
        return holders.Length switch
        {
            1 => null,
            > 1 => $"column '{column}' is ambiguous: {string.Join(" and ", holders)} have it",
            _ when _sources.Any(source => source.Columns is null) => null,
            _ when Outer is not null => Outer.Bare(column),
            _ => $"there is no column '{column}' here",
        };
    }

    private string? Qualified(string qualifier, string column)
    {
        if (!Has(qualifier))
        {
            return Outer is null ? $"'{qualifier}' of '{qualifier}.{column}' is no table or alias here" : Outer.Qualified(qualifier, column);
        }

        return ColumnsOf(qualifier) is { } columns && !columns.ContainsKey(column) ? $"'{qualifier}' has no column '{column}'" : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
