using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Data.Schema;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>The sessions of a person, and what they have begun to sign in by, within the transaction of what ends them.</summary>
internal sealed class OpenSessions(Database database)
{
    private readonly SqlText _sessions = SqlText.For<SessionStore>(database.Provider);
    private readonly SqlText _accounts = SqlText.For<AccountStore>(database.Provider);

    /// <summary>Ends them all and answers how many sessions there were.</summary>
    /// <param name="but">This one stays; null for none.</param>
    internal async Task<int> EndAllAsync(DbConnection connection, DbTransaction transaction, PersonId person, SessionId? but, Instant at)
    {
        var ended = await connection.ExecuteAsync(_sessions["EndAll"], new { person, but, at }, transaction);

        // Whoever is halfway in, with one thing shown, is out with the others.
        if (await connection.ExecuteAsync(_accounts["Change"], new { person }, transaction) == 0)
        {
            await connection.ExecuteAsync(_accounts["Begin"], new { person }, transaction);
        }

        return ended;
    }
}
