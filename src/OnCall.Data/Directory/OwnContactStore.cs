using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Data.Audit;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Directory;

/// <summary>What people change of their own contact methods, and what each has shown, in either database.</summary>
public sealed class OwnContactStore(Database database, IIdSource ids) : IOwnContacts
{
    private readonly SqlText _sql = SqlText.For<OwnContactStore>(database.Provider);
    private readonly ContactMethodRows _methods = new(database);
    private readonly RosterStamp _stamp = new(database);

    public Task<IReadOnlyDictionary<ContactMethodId, ContactRecord>> RecordsAsync(
        PersonId person, IReadOnlyList<ContactMethod> methods, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(methods);
        return database.ReadAsync<IReadOnlyDictionary<ContactMethodId, ContactRecord>>(
            async connection =>
            {
                if (methods.Count == 0)
                {
                    return new Dictionary<ContactMethodId, ContactRecord>();
                }

                // A person has so few that one statement takes them all.
                var about = new { person, ids = methods.Select(m => database.Stored(m.Id.Value)).ToList(), addresses = methods.Select(m => m.Address).Distinct().ToList() };
                var checks = (await connection.QueryAsync<ContactCheckRow>(_sql["Checks"], about)).ToDictionary(c => c.Method);
                var notices = await connection.QueryAsync<ContactOutcomeRow>(_sql["NoticeOutcomes"], about);
                var outcomes = notices.Concat(await connection.QueryAsync<ContactOutcomeRow>(_sql["PageOutcomes"], about)).ToLookup(o => o.Method);
                return methods.Select(m => m.Id).Where(m => checks.ContainsKey(m) || outcomes.Contains(m))
                    .ToDictionary(m => m, m => (checks.GetValueOrDefault(m) ?? new ContactCheckRow()).ToRecord(outcomes[m]));
            },
            cancellationToken);
    }

    public Task<SaveResult> ChangeAsync(
        PersonId person, IReadOnlyList<ContactMethod> before, IReadOnlyList<ContactMethod> after, AuditEntry audit, NewNotice? told, UsedCode? used,
        CancellationToken cancellationToken) => database.WriteUnlessAsync(
        result => result == SaveResult.Raced,
        async (connection, transaction) =>
        {
            await _stamp.BumpAsync(connection, transaction);

            // Taken before they are read: whoever changes the same person in this moment has done so, or waits.
            await connection.ExecuteAsync(_sql["Take"], new { person }, transaction);
            if (!await _methods.AreAsync(connection, transaction, person, before))
            {
                return SaveResult.Raced;
            }

            if (used is not null && await connection.ExecuteAsync(_sql["UseCode"], new { method = used.Method, hash = used.Hash, at = used.At }, transaction) == 0)
            {
                return SaveResult.Raced;
            }

            await _methods.ReplaceAsync(connection, transaction, person, after);
            await NoticeWriter.AppendAsync(connection, transaction, database, told is null ? [] : [told]);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return SaveResult.Saved;
        },
        cancellationToken);

    public Task<bool> CountSendAsync(
        PersonId person, ContactMethodId method, IssuedCode? code, int most, Instant since, Instant now, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(_sql["Take"], new { person }, transaction);
                await connection.ExecuteAsync(_sql["ForgetSends"], new { person, since }, transaction);
                if (await connection.ExecuteAsync(_sql["CountSend"], new { id = ids.NewId(), person, now, since, most }, transaction) == 0)
                {
                    return false;
                }

                if (code is not null)
                {
                    await connection.ExecuteAsync(_sql["Begin"], new { person, method }, transaction);
                    await connection.ExecuteAsync(_sql["Issue"], new { method, salt = code.Salt, hash = code.Hash, until = code.Until }, transaction);
                }

                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);

    public Task<bool> TakeTryAsync(ContactMethodId method, string hash, int most, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql["TakeTry"], new { method, hash, most, now }, transaction) > 0, cancellationToken);

    public Task NoteTestAsync(PersonId person, ContactMethodId method, ContactTest test, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(test);
        var values = new { method, at = test.At, status = test.Status.ToString(), detail = Cut(test.Detail) };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(_sql["Take"], new { person }, transaction);
                await connection.ExecuteAsync(_sql["Begin"], new { person, method }, transaction);
                return await connection.ExecuteAsync(_sql["NoteTest"], values, transaction);
            },
            cancellationToken);
    }

    // As long as the column is.
    private static string Cut(string detail) => detail.Length <= 400 ? detail : detail[..400];
}
