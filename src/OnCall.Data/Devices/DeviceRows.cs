using System.Data.Common;
using Dapper;
using OnCall.Application.Devices;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Devices;

/// <summary>Takes a person's devices away, within the transaction of what is the cause.</summary>
internal sealed class DeviceRows(Database database)
{
    private readonly SqlText _sql = SqlText.For<PushDeviceStore>(database.Provider);

    /// <param name="only">Null for all.</param>
    /// <returns>Those that were there and are no more.</returns>
    internal async Task<IReadOnlyList<PushDevice>> TakeAsync(DbConnection connection, DbTransaction transaction, PersonId person, PushDeviceId? only)
    {
        var taken = new List<PushDevice>();
        foreach (var row in (await connection.QueryAsync<DeviceRow>(_sql["OfPerson"], new { person }, transaction)).Where(r => only is null || r.Id == only))
        {
            var values = new { id = row.Id, person, address = DeviceAddress.Of(row.Id) };
            if (await connection.ExecuteAsync(_sql["Remove"], values, transaction) > 0)
            {
                await connection.ExecuteAsync(_sql["RemoveMethod"], values, transaction);
                taken.Add(row.ToDevice());
            }
        }

        return taken;
    }
}
