using Microsoft.Data.Sqlite;
using OnCall.Data.Kept;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>What a query answered: it stands as long as nothing is written, so that looks which find nothing new cost little.</summary>
/// <param name="Changes">Which state of the database it was read from.</param>
internal sealed record Answered(int Changes, IReadOnlyList<string> Names, IReadOnlyList<Type> Types, IReadOnlyList<object[]> Rows)
{
    public static Answered By(SqliteCommand command, Func<int> changes)
    {
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount);
        var (names, types, rows) = (columns.Select(reader.GetName).ToArray(), ColumnTypes.Of(command.CommandText, ColumnTypes.Told(reader)), new List<object[]>());
        while (reader.Read())
        {
            var row = new object[names.Length];
            _ = reader.GetValues(row);
            rows.Add(row);
        }

        return new Answered(changes(), names, types, rows);
    }
}
