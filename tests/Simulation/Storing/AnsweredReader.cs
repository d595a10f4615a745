using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>Reads an answer again, row by row, with the values and types that the database gave.</summary>
internal sealed class AnsweredReader(Answered answered) : DbDataReader
{
    private int _row = -1;

    public override int FieldCount => answered.Names.Count;

    public override bool HasRows => answered.Rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < answered.Rows.Count;

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => answered.Rows[_row][ordinal];

    public override string GetName(int ordinal) => answered.Names[ordinal];

    public override Type GetFieldType(int ordinal) => answered.Types[ordinal];

    public override string GetDataTypeName(int ordinal) => answered.Types[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var place = 0; place < answered.Names.Count; place++)
        {
            if (string.Equals(answered.Names[place], name, StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        return -1;
    }

    public override int GetValues(object[] values)
    {
        answered.Rows[_row].CopyTo(values, 0);
        return FieldCount;
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => (byte)GetInt64(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override short GetInt16(int ordinal) => (short)GetInt64(ordinal);

    public override int GetInt32(int ordinal) => (int)GetInt64(ordinal);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override double GetDouble(int ordinal) => Convert.ToDouble(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => GetValue(ordinal) as Guid? ?? Guid.Parse(GetString(ordinal));

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Read as a value.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Read as a value.");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);
}
