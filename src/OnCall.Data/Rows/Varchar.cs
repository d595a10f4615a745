using Dapper;

namespace OnCall.Data.Rows;

/// <summary>
/// Words of ours that are looked for in a <c>varchar</c> column. A string goes out as <c>nvarchar</c>, for which SQL Server would turn every value of
/// the column; a single one is cast where it is used (<c>cast(@kind as varchar(20))</c>), a list cannot be.
/// </summary>
internal static class Varchar
{
    /// <summary>For <c>in @words</c>, or what stands for it.</summary>
    /// <param name="length">Of the column, in characters.</param>
    public static IReadOnlyCollection<DbString> List(IEnumerable<string> words, int length)
    {
        var list = words.Select(word => new DbString { Value = word, IsAnsi = true, Length = length }).ToList();

        // Dapper leaves these as many as they are: the last again, so that lists of nearly the same length share a statement.
        while (list.Count > 5 && list.Count % 10 != 0)
        {
            list.Add(list[^1]);
        }

        return list;
    }
}
