using System.Text.Json;
using Dapper;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Devices;

/// <summary>The devices that their owners registered, in either database.</summary>
public sealed class PushDeviceStore(Database database) : IPushDevices, IPushTargets
{
    private readonly SqlText _sql = SqlText.For<PushDeviceStore>(database.Provider);
    private readonly DeviceNotes _notes = new(database);
    private readonly DeviceRows _rows = new(database);
    private readonly RosterStamp _stamp = new(database);

    public Task<IReadOnlyList<PushDevice>> OfAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PushDevice>>(
        async connection => [.. (await connection.QueryAsync<DeviceRow>(_sql["OfPerson"], new { person })).Select(r => r.ToDevice())], cancellationToken);

    public Task<PushDevice?> FindAsync(string hash, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<DeviceRow>(_sql["ByHash"], new { hash }))?.ToDevice(), cancellationToken);

    async Task<PushTarget?> IPushTargets.FindAsync(string address, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<TargetRow>(_sql["Target"], new { address }), cancellationToken);
        return row is not null && database.Seal.OpenOrNull(SealedColumn.PushTarget, row.Id.Value, row.Target) is { } text ? row.ToTarget(text) : null;
    }

    public Task<SaveResult> AddAsync(
        PushDevice device, ContactMethodId method, PushTarget target, string hash, AuditEntry audit, IReadOnlyList<FormerDevice> former, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(former);
        var values = new
        {
            id = device.Id,
            person = device.Person,
            address = device.Address,
            kind = device.Kind.ToString(),
            name = device.Name,
            target = database.Seal.Seal(SealedColumn.PushTarget, device.Id.Value, target.Token ?? JsonSerializer.Serialize(target.Web)),
            hash,
            keyNumber = target.KeyNumber,
            addedAt = device.AddedAt,
            method,
        };
        return database.SaveAsync(
            audit,
            async (connection, transaction) =>
            {
                await _stamp.BumpAsync(connection, transaction);

                // Whichever was removed meanwhile has its entry; whichever was added meanwhile has the hash, so that this one is not inserted.
                foreach (var (gone, entry, told) in former)
                {
                    if ((await _rows.TakeAsync(connection, transaction, gone.Person, gone.Id)).Count > 0)
                    {
                        await AuditTrail.AppendAsync(connection, transaction, database, entry);
                        await NoticeWriter.AppendAsync(connection, transaction, database, told is null ? [] : [told]);
                    }
                }

                await connection.ExecuteAsync(_sql["Insert"], values, transaction);
                await connection.ExecuteAsync(_sql["InsertMethod"], values, transaction);
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(PersonId person, PushDeviceId device, AuditEntry audit, CancellationToken cancellationToken) =>
        ChangeAsync("Remove", "RemoveMethod", new { id = device, person, address = DeviceAddress.Of(device) }, audit, cancellationToken);

    public Task<IReadOnlyList<PushDevice>> TakeAsync(
        PersonId person, PushDeviceId? only, Func<PushDevice, AuditEntry> audit, Func<IReadOnlyList<PushDevice>, NewNotice?> told, CancellationToken cancellationToken) =>
        database.WriteUnlessAsync(
            taken => taken.Count == 0,
            async (connection, transaction) =>
            {
                await _stamp.BumpAsync(connection, transaction);
                var taken = await _rows.TakeAsync(connection, transaction, person, only);
                if (taken.Count > 0)
                {
                    await AuditTrail.AppendAsync(connection, transaction, database, [.. taken.Select(audit)]);
                    await NoticeWriter.AppendAsync(connection, transaction, database, told(taken) is { } notice ? [notice] : []);
                }

                return taken;
            },
            cancellationToken);

    public Task<bool> BeginTestAsync(PersonId person, PushDeviceId device, string tokenHash, Instant until, AuditEntry audit, CancellationToken cancellationToken) =>
        database.ChangeAsync(_sql["BeginTest"], new { id = device, person, tokenHash, until }, audit, cancellationToken);

    public Task<bool> ConfirmAsync(PersonId person, PushDeviceId device, string tokenHash, Instant now, AuditEntry audit, CancellationToken cancellationToken) =>
        ChangeAsync("EndTest", "Verify", new { id = device, person, address = DeviceAddress.Of(device), tokenHash, now }, audit, cancellationToken);

    public Task NoteAsync(string address, bool accepted, string detail, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await _notes.NoteAsync(connection, transaction, address, accepted, detail, now);
            return 0;
        },
        cancellationToken);

    // The device's own row decides; who answers changes with its contact method.
    private Task<bool> ChangeAsync(string decides, string follows, object values, AuditEntry audit, CancellationToken cancellationToken) => database.WriteUnlessAsync(
        changed => !changed,
        async (connection, transaction) =>
        {
            await _stamp.BumpAsync(connection, transaction);
            if (await connection.ExecuteAsync(_sql[decides], values, transaction) == 0)
            {
                return false;
            }

            await connection.ExecuteAsync(_sql[follows], values, transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    private sealed class TargetRow
    {
        public PushDeviceId Id { get; set; }

        public string Kind { get; set; } = "";

        public string Target { get; set; } = "";

        public int KeyNumber { get; set; }

        public PushTarget ToTarget(string opened) => Enum.Parse<PushDeviceKind>(Kind) switch
        {
            PushDeviceKind.Fcm => new(PushDeviceKind.Fcm, opened, null, KeyNumber),
            PushDeviceKind.Web => new(PushDeviceKind.Web, null, JsonSerializer.Deserialize<WebSubscription>(opened), KeyNumber),
        };
    }
}
