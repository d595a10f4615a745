using System.Collections.Concurrent;

namespace OnCall.Data.Schema;

/// <summary>
/// The statements of one store, read from the <c>.sql</c> files beside it: <c>PageStore.sql</c> for both databases,
/// <c>PageStore.sqlserver.sql</c> or <c>PageStore.sqlite.sql</c> for what differs. Each begins with <c>-- name: ClaimDue</c>.
/// </summary>
public sealed class SqlText
{
    private const string Marker = "-- name:";
    private static readonly ConcurrentDictionary<(Type, DatabaseProvider), SqlText> Loaded = new();

    private readonly Dictionary<string, string> _statements;
    private readonly Type _store;

    private SqlText(Type store, Dictionary<string, string> statements)
    {
        _store = store;
        _statements = statements;
    }

    /// <summary>The statement under that name.</summary>
    /// <exception cref="InvalidOperationException">No file beside the store has it.</exception>
    public string this[string name] => _statements.TryGetValue(name, out var text)
        ? text
        : throw new InvalidOperationException($"{_store.Name} has no statement '{name}' for this database.");

    public IReadOnlyCollection<string> Names => _statements.Keys;

    /// <summary>Loads a store's statements for one database; each file is read once for the process.</summary>
    public static SqlText For<TStore>(DatabaseProvider provider) => Loaded.GetOrAdd((typeof(TStore), provider), Load);

    /// <summary>Splits a file into its named statements.</summary>
    /// <exception cref="InvalidOperationException">A name stands twice, or text stands before the first name.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Split(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.ReplaceLineEndings("\n").Split(Marker);
        if (parts[0].Split('\n').Any(line => line.Trim() is { Length: > 0 } code && !code.StartsWith("--", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"{file}: SQL stands before the first '{Marker}'.");
        }

        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return new(part[..end].Trim(), part[(end + 1)..].Trim());
        }
    }

    private static SqlText Load((Type Store, DatabaseProvider Provider) key)
    {
        var folder = key.Store.Namespace!["OnCall.Data".Length..].TrimStart('.').Replace('.', '/');
        var stem = (folder.Length > 0 ? folder + "/" : "") + key.Store.Name;
        var dialect = key.Provider == DatabaseProvider.Sqlite ? "sqlite" : "sqlserver";
        var statements = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { $"{stem}.sql", $"{stem}.{dialect}.sql" })
        {
            using var stream = key.Store.Assembly.GetManifestResourceStream(file);
            if (stream is null)
            {
                continue;
            }

            using var reader = new StreamReader(stream);
            foreach (var (name, text) in Split(file, reader.ReadToEnd()))
            {
                if (!statements.TryAdd(name, text))
                {
                    throw new InvalidOperationException($"{file}: the statement '{name}' stands twice.");
                }
            }
        }

        return statements.Count > 0
            ? new SqlText(key.Store, statements)
            : throw new InvalidOperationException($"No {stem}.sql is embedded.");
    }
}
