using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Asks the server, and keeps the answer until its last row is read.</summary>
internal sealed class ServerLook(ServerStorage storage, string text) : Look
{
    private SqlParameter? _value;
    private List<object[]>? _rows;
    private int _row = -1;

    public override Look With(long value) => With(new SqlParameter("@value", SqlDbType.BigInt) { Value = value });

    public override Look With(string value) => With(new SqlParameter("@value", SqlDbType.UniqueIdentifier) { Value = Guid.ParseExact(value, "D") });

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

    private ServerLook With(SqlParameter value)
    {
        _value = value;
        return this;
    }

    private List<object[]> Ask()
    {
        using var command = storage.Command();
        command.CommandText = text;
        if (_value is not null)
        {
            command.Parameters.Add(new SqlParameter(_value.ParameterName, _value.SqlDbType) { Value = _value.Value });
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            _ = reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
