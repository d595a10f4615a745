using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OnCall.Data.Kept;

/// <summary>
/// A connection that keeps its statements prepared: for SQLite preparing most of ours costs more than running them. What is asked for by way of
/// <see cref="DbConnection"/> keeps them; a command of the provider's own does not.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // Enough for what a path asks again and again, and some kilobytes each.
    private const int Most = 48;

    private const int LargestBound = 8192;

    // In the order of their last use, the latest last.
    private readonly OrderedDictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    /// <summary>How many statements lie ready.</summary>
    internal int Kept => _kept.Count;

    /// <summary>Takes the prepared command of that text, or a new one. Whoever has it, has it alone.</summary>
    internal SqliteCommand Take(string text)
    {
        if (_kept.Remove(text, out var kept))
        {
            return kept;
        }

        var command = CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>Gives back a command that ran without an error and whose reader is closed.</summary>
    internal void Give(SqliteCommand command)
    {
        // SQLite holds what was bound last until something else is.
        if (State != ConnectionState.Open || command.Parameters.Cast<SqliteParameter>().Any(IsLarge))
        {
            command.Dispose();
            return;
        }

        command.Parameters.Clear();
        command.Transaction = null;
        if (!_kept.TryAdd(command.CommandText, command))
        {
            // Two of the same were at work, one within the other.
            command.Dispose();
        }
        else if (_kept.Count > Most)
        {
            _kept.GetAt(0).Value.Dispose();
            _kept.RemoveAt(0);
        }
    }

    private static bool IsLarge(SqliteParameter parameter) => parameter.Value switch
    {
        string text => text.Length > LargestBound,
        byte[] bytes => bytes.Length > LargestBound,
        _ => false,
    };

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    /// <summary>Lets go of the statements first: SQLite keeps its files open under them.</summary>
    public override void Close()
    {
        foreach (var command in _kept.Values)
        {
            command.Dispose();
        }

        _kept.Clear();
        base.Close();
    }
}
