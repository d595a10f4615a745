using Dapper;
using NodaTime;
using OnCall.Application.Access.Invitations;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>Keeps invitations, in either database.</summary>
public sealed class InvitationStore(Database database) : IInvitationStore
{
    private readonly SqlText _sql = SqlText.For<InvitationStore>(database.Provider);
    private readonly MadeAccess _made = new(database);

    public Task<bool> AddAsync(Invitation invitation, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var values = new { tokenHash = invitation.TokenHash, person = invitation.Person, madeBy = invitation.MadeBy, madeWith = invitation.MadeWith, madeAt = invitation.MadeAt, until = invitation.Until };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!await _made.MayMakeAsync(connection, transaction, invitation.Person, invitation.MadeBy, invitation.MadeWith, invitation.MadeAt)
                    || !await _made.IsInAsync(connection, transaction, invitation.MadeIn, invitation.MadeWith))
                {
                    return false;
                }

                await connection.ExecuteAsync(_sql["EndEarlier"], values, transaction);
                await connection.ExecuteAsync(_sql["Insert"], values, transaction);
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);
    }

    public Task<PersonId?> FindAsync(string tokenHash, Instant now, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<PersonId?>(_sql["Find"], new { tokenHash, now }),
        cancellationToken);

    public Task EndAllAsync(PersonId person, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(_sql["EndEarlier"], new { person, madeAt = now }, transaction), cancellationToken);

    public Task<bool> UseAsync(string tokenHash, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql["Use"], new { tokenHash, now }, transaction) > 0,
        cancellationToken);
}
