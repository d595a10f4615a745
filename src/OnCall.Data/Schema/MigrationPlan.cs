using System.Globalization;
using System.Text.RegularExpressions;

namespace OnCall.Data.Schema;

/// <summary>Decides what is still to run, or that nothing may run.</summary>
public static partial class MigrationPlan
{
    /// <summary>The scripts that the journal does not know yet, in the order in which they must run.</summary>
    /// <exception cref="SchemaRefusedException">
    /// A shipped script was changed, the database is newer than this program, or a script would run out of order.
    /// </exception>
    public static IReadOnlyList<MigrationScript> Pending(
        IReadOnlyCollection<MigrationScript> shipped, IReadOnlyCollection<AppliedMigration> journal)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(journal);
        CheckNames(shipped);
        foreach (var applied in journal)
        {
            CheckApplied(shipped.FirstOrDefault(script => script.Name == applied.Name), applied);
        }

        var last = journal.Select(applied => applied.Name).Max(StringComparer.Ordinal);
        MigrationScript[] pending =
        [
            .. shipped.Where(script => journal.All(applied => applied.Name != script.Name)).OrderBy(script => script.Name, StringComparer.Ordinal),
        ];
        return pending.FirstOrDefault(script => StringComparer.Ordinal.Compare(script.Name, last) < 0) is { } late
            ? throw new SchemaRefusedException(
                $"Migration {late.Name} was never applied, but {last} already was. Give it a number after {last}; a number is never used for what comes later.")
            : pending;
    }

    /// <summary>The first and the last of what is missing, and how many there are.</summary>
    public static string Named(IReadOnlyList<MigrationScript> pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return pending switch
        {
            [var only] => only.Name,
            [var first, .., var last] => string.Create(CultureInfo.InvariantCulture, $"{pending.Count} migrations, {first.Name} to {last.Name}"),
            _ => "nothing",
        };
    }

    private static void CheckApplied(MigrationScript? script, AppliedMigration applied)
    {
        if (script is null)
        {
            throw new SchemaRefusedException(
                $"The database has been through migration {applied.Name}, which this version does not know: it is newer than this program. Start the newer version, or restore the backup that was made before it was installed.");
        }

        if (!string.Equals(script.Hash, applied.Hash, StringComparison.OrdinalIgnoreCase))
        {
            throw new SchemaRefusedException(
                $"Migration {applied.Name} was changed after this database had been through it (applied {applied.Hash[..Math.Min(12, applied.Hash.Length)]}, built in {script.Hash[..12]}). Restore the script as it shipped and put the change into a new one.");
        }
    }

    private static void CheckNames(IReadOnlyCollection<MigrationScript> shipped)
    {
        if (shipped.FirstOrDefault(script => !Name().IsMatch(script.Name)) is { } odd)
        {
            throw new SchemaRefusedException($"Migration '{odd.Name}' is not named like 0007_add_cover.sql.");
        }

        if (shipped.GroupBy(script => script.Name[..4], StringComparer.Ordinal).FirstOrDefault(number => number.Count() > 1) is { } twice)
        {
            throw new SchemaRefusedException($"Migrations {string.Join(" and ", twice.Select(script => script.Name))} have the same number.");
        }
    }

    [GeneratedRegex(@"\A[0-9]{4}_[a-z0-9_]+\.sql\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Name();
}
