using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>Keeps accounts, in either database.</summary>
public sealed class AccountStore(Database database) : IAccountStore
{
    private readonly SqlText _sql = SqlText.For<AccountStore>(database.Provider);

    public Task<Account?> FindAsync(string employeeNo, CancellationToken cancellationToken) => FindAsync("ByNumber", new { employeeNo }, cancellationToken);

    public Task<Account?> FindAsync(PersonId person, CancellationToken cancellationToken) => FindAsync("ById", new { person }, cancellationToken);

    public async Task<bool> SaveAsync(Account account, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var values = new
        {
            person = account.Person,
            passwordHash = account.PasswordHash,
            totpSecret = account.TotpSecret,
            secondFactor = account.SecondFactor,
            version = account.Version,
        };
        try
        {
            return await database.ChangeAsync(_sql[account.Version == 0 ? "Insert" : "Update"], values, audit, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    public async Task<bool> CountTryAsync(PersonId person, Instant now, int most, Instant until, CancellationToken cancellationToken)
    {
        var values = new { person, now, most, until };
        if (await ChangesAsync("CountTry", values, cancellationToken))
        {
            return true;
        }

        // Whoever signs in by the directory may never have had a row; somebody else may begin it in the same moment.
        await BeginAsync(person, cancellationToken);
        return await ChangesAsync("CountTry", values, cancellationToken);
    }

    public Task GiveBackTryAsync(PersonId person, int most, Instant until, CancellationToken cancellationToken) =>
        ChangesAsync("GiveBackTry", new { person, most, until }, cancellationToken);

    public Task ForgetTriesAsync(PersonId person, CancellationToken cancellationToken) => ChangesAsync("ForgetTries", new { person }, cancellationToken);

    public Task<bool> TakeStepAsync(PersonId person, long step, CancellationToken cancellationToken) =>
        ChangesAsync("TakeStep", new { person, step }, cancellationToken);

    public Task ReplaceCodesAsync(PersonId person, IReadOnlyCollection<string> hashes, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(_sql["DeleteCodes"], new { person }, transaction);
            await connection.ExecuteAsync(_sql["InsertCode"], hashes.Select(hash => new { person, hash }), transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    public Task<bool> UseCodeAsync(PersonId person, string hash, AuditEntry audit, CancellationToken cancellationToken) =>
        database.ChangeAsync(_sql["UseCode"], new { person, hash }, audit, cancellationToken);

    public Task<int> CountCodesAsync(PersonId person, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(_sql["CountCodes"], new { person }), cancellationToken);

    private async Task BeginAsync(PersonId person, CancellationToken cancellationToken)
    {
        try
        {
            await ChangesAsync("Begin", new { person }, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // It is there.
        }
    }

    private Task<Account?> FindAsync(string statement, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<AccountRow>(
            new CommandDefinition(_sql[statement], parameters, cancellationToken: cancellationToken)))?.ToAccount(),
        cancellationToken);

    private Task<bool> ChangesAsync(string statement, object parameters, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql[statement], parameters, transaction) > 0,
        cancellationToken);
}
