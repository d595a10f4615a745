using System.Data.Common;
using OnCall.Application;

namespace OnCall.Data.Schema;

/// <summary>Asks the database itself, within a second.</summary>
internal sealed class DatabaseReadiness(Database database) : IDatabaseReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly MigrationJournal _journal = new(database.Provider);

    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            var applied = await database.ReadAsync(c => _journal.ReadAsync(c, transaction: null), cancellationToken).WaitAsync(Patience, cancellationToken);
            return MigrationPlan.Pending(MigrationScript.Shipped(database.Provider), applied).Count == 0
                ? null
                : "The database's schema is older than this version.";
        }
        catch (SchemaRefusedException)
        {
            return "The database's schema does not belong to this version.";
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            // The driver's own words may name hosts and users; they are in the log of whoever could not work.
            return "The database does not answer.";
        }
    }
}
