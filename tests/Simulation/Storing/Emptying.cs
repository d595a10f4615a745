namespace OnCall.Simulation.Tests.Storing;

/// <summary>What makes a database as a new installation has it.</summary>
internal static class Emptying
{
    private static readonly string[] Kept = ["schema_migration", "roster_stamp"];

    /// <summary>Statements that take out every row, children before parents.</summary>
    /// <param name="parentsOf">The tables that a table's foreign keys name.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> tables, Func<string, IReadOnlyList<string>> parentsOf)
    {
        var left = tables.Except(Kept).ToList();
        var parents = left.ToDictionary(t => t, parentsOf);
        while (left.Count > 0)
        {
            var next = left.First(t => !left.Exists(child => child != t && parents[child].Contains(t)));
            left.Remove(next);
            yield return $"delete from {next}";
        }

        yield return "update roster_stamp set stamp = 1";
    }
}
