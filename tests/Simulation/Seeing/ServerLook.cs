using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Asks the server, and keeps the answer until its last row is read.</summary>
internal sealed class ServerLook(ServerStorage storage, string text) : Look
{
    private (SqlDbType Type, object Value)? _value;
    private IReadOnlyList<object[]>? _rows;
    private int _row = -1;

    public override Look With(long value) => With(SqlDbType.BigInt, value);

    public override Look With(string value) => With(SqlDbType.UniqueIdentifier, Guid.ParseExact(value, "D"));

    public override bool Read()
    {
        _rows ??= Ask();
        if (++_row < _rows.Count)
        {
            return true;
        }

        Reset();
        return false;
    }

    public override void Reset() => (_rows, _row) = (null, -1);

    public override bool IsNull(int column) => Value(column) is DBNull;

    public override long Number(int column) => Convert.ToInt64(Value(column), CultureInfo.InvariantCulture);

    public override string Text(int column) => Value(column) is Guid id ? id.ToString("D") : (string)Value(column);

    public override Instant At(int column) => Instant.FromDateTimeUtc(DateTime.SpecifyKind((DateTime)Value(column), DateTimeKind.Utc));

    public override void Dispose() => Reset();

    private object Value(int column) => _rows![_row][column];

    private ServerLook With(SqlDbType type, object value)
    {
        _value = (type, value);
        return this;
    }

    private IReadOnlyList<object[]> Ask()
    {
        using var command = storage.Command();
        command.CommandText = text;
        if (_value is var (type, value))
        {
            command.Parameters.Add(new SqlParameter("@value", type) { Value = value });
        }

        return storage.Rows(command);
    }
}
