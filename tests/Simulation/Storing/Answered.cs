using System.Data.Common;
using OnCall.Data.Kept;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>What a query answered: it stands as long as nothing is written, so that looks which find nothing new cost little.</summary>
/// <param name="Changes">Which state of the database it was read from.</param>
internal sealed record Answered(int Changes, IReadOnlyList<string> Names, IReadOnlyList<Type> Types, IReadOnlyList<object[]> Rows)
{
    /// <param name="wrote">Told how many rows the statement changed; fewer than none where it was a query.</param>
    /// <param name="changes">How many rows have ever been changed.</param>
    public static Answered By(DbCommand command, Func<int, int> wrote, Func<int> changes)
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

        reader.Close();

        // A server may say of a write that answers its rows that it changed none; of a query all say that it changed fewer than none.
        _ = wrote(reader.RecordsAffected == 0 ? rows.Count : reader.RecordsAffected);

        return new Answered(changes(), names, types, rows);
    }
}
