using NodaTime;
using SQLitePCL;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A query that is prepared once and read without ceremony: the witness looks after every transaction.</summary>
internal sealed class RawQuery : IDisposable
{
    private readonly sqlite3_stmt _statement;

    public RawQuery(sqlite3 database, string text) => Check(raw.sqlite3_prepare_v2(database, text, out _statement), database);

    public RawQuery With(int place, long value)
    {
        _ = raw.sqlite3_bind_int64(_statement, place, value);
        return this;
    }

    public RawQuery With(int place, string value)
    {
        _ = raw.sqlite3_bind_text(_statement, place, value);
        return this;
    }

    /// <summary>Goes to the next row; false, and back at the start, after the last one.</summary>
    public bool Read()
    {
        if (raw.sqlite3_step(_statement) == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        return false;
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public Guid Id(int column) => Guid.ParseExact(Text(column), "D");

    public Instant At(int column) => Instant.FromUnixTimeMilliseconds(Number(column));

    public Instant? AtOrNull(int column) => IsNull(column) ? null : At(column);

    public void Dispose() => _statement.Dispose();

    private static void Check(int result, sqlite3 database)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
