using Dapper;
using NodaTime;
using OnCall.Application.Access.Sessions;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>Keeps sessions, in either database.</summary>
public sealed class SessionStore(Database database) : ISessionStore
{
    private readonly SqlText _sql = SqlText.For<SessionStore>(database.Provider);
    private readonly PersonCallers _callers = new(database);
    private readonly OpenSessions _open = new(database);

    public Task AddAsync(Session session, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var values = new
        {
            id = session.Id,
            person = session.Person,
            way = session.Way.ToString(),
            key = session.Key,
            shared = session.Shared,
            startedAt = session.StartedAt,
            seenAt = session.SeenAt,
        };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(_sql["Insert"], values, transaction);
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);
    }

    public Task<SessionHolder?> FindAsync(SessionId session, CancellationToken cancellationToken) => database.ReadAsync<SessionHolder?>(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<HolderRow>(new CommandDefinition(_sql["Holder"], new { session }, cancellationToken: cancellationToken));
            if (row is null)
            {
                return null;
            }

            var held = row.ToSession();
            var caller = await _callers.OfAsync(connection, row.PersonId, row.EmployeeNo, row.Name, cancellationToken);
            var shown = held.Key is { } key ? new KeyShown(key, row.KeyMadeBy!, row.KeyEndsAt) : null;
            return new SessionHolder(held, caller with { Shown = shown, Session = held.Id, OnSharedComputer = held.Shared, Language = row.Language }, row.KeyEndsAt);
        },
        cancellationToken);

    public Task<IReadOnlyList<Session>> OfAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Session>>(
        async connection => [.. (await connection.QueryAsync<SessionRow>(_sql["OfPerson"], new { person })).Select(r => r.ToSession())],
        cancellationToken);

    public Task SeeAsync(SessionId session, Instant at, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(_sql["See"], new { session, at }, transaction),
        cancellationToken);

    public Task<bool> EndAsync(SessionId session, Instant at, AuditEntry audit, CancellationToken cancellationToken) =>
        database.ChangeAsync(_sql["End"], new { session, at }, audit, cancellationToken);

    public Task<int> EndAllAsync(PersonId person, SessionId? but, Instant at, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var ended = await _open.EndAllAsync(connection, transaction, person, but, at);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return ended;
        },
        cancellationToken);

    private sealed class HolderRow : SessionRow
    {
        public string EmployeeNo { get; set; } = "";

        public string Name { get; set; } = "";

        public string? Language { get; set; }

        public Instant? KeyEndsAt { get; set; }

        public string? KeyMadeBy { get; set; }
    }
}
