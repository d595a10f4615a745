using System.Collections.Concurrent;
using System.Data.Common;

namespace OnCall.Data.Kept;

/// <summary>
/// Which types a statement's columns have. SQLite knows a computed column's type by its value only, so that an empty answer seems to be of
/// another shape than a full one. Dapper writes a mapper for each shape, and two at work on one statement may get the other's.
/// </summary>
internal static class ColumnTypes
{
    /// <summary>What the provider calls a column of which neither a value nor a declaration tells the type.</summary>
    private static readonly Type Unknown = typeof(byte[]);

    private static readonly ConcurrentDictionary<string, Type[]> Seen = new(StringComparer.Ordinal);

    /// <summary>The types of an answer's columns, as the provider tells them.</summary>
    internal static Type[] Told(DbDataReader reader)
    {
        var told = new Type[reader.FieldCount];
        for (var i = 0; i < told.Length; i++)
        {
            told[i] = reader.GetFieldType(i);
        }

        return told;
    }

    /// <summary>The same, by what the statement of that text answered before where the answer itself does not tell.</summary>
    internal static Type[] Of(string text, Type[] told) => Seen.TryGetValue(text, out var seen) && seen.AsSpan().SequenceEqual(told)
        ? seen
        : Seen.AddOrUpdate(text, static (_, now) => now, static (_, before, now) => Joined(before, now), told);

    // Another number of columns is another table.
    private static Type[] Joined(Type[] before, Type[] now) => before.Length == now.Length
        ? [.. now.Zip(before, static (one, other) => one == Unknown ? other : one)]
        : now;
}
