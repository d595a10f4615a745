using NodaTime;
using SQLitePCL;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A query that is prepared once and read without ceremony: the witness looks after every transaction.</summary>
internal sealed class SqliteLook : Look
{
    private readonly sqlite3_stmt _statement;

    public SqliteLook(sqlite3 database, string text) => Check(raw.sqlite3_prepare_v2(database, text, out _statement), database);

    public override Look With(long value)
    {
        _ = raw.sqlite3_bind_int64(_statement, 1, value);
        return this;
    }

    public override Look With(string value)
    {
        _ = raw.sqlite3_bind_text(_statement, 1, value);
        return this;
    }

    public override bool Read()
    {
        if (raw.sqlite3_step(_statement) == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        return false;
    }

    public override void Reset() => _ = raw.sqlite3_reset(_statement);

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public override string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public override Instant At(int column) => Instant.FromUnixTimeMilliseconds(Number(column));

    public override void Dispose() => _statement.Dispose();

    private static void Check(int result, sqlite3 database)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
