using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Notifications;
using OnCall.Data.Schema;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Devices;

/// <summary>What came of pushes, noted on the device for its owner to read, within a transaction that is already going on.</summary>
internal sealed class DeviceNotes(Database database)
{
    private const int MostOfDetail = 400;

    private readonly SqlText _sql = SqlText.For<DeviceNotes>(database.Provider);

    internal Task NoteAsync(DbConnection connection, DbTransaction transaction, string address, DeliveryAnswer answer, Instant now) =>
        NoteAsync(connection, transaction, address, !answer.Status.Failed(), answer.Detail, now);

    /// <summary>Nothing for an address that is no registered device's.</summary>
    internal async Task NoteAsync(DbConnection connection, DbTransaction transaction, string address, bool accepted, string detail, Instant now)
    {
        if (DeviceAddress.IsOne(address))
        {
            var cut = detail.Length <= MostOfDetail ? detail : detail[..MostOfDetail];
            await connection.ExecuteAsync(_sql[accepted ? "Accepted" : "Failed"], new { address, detail = cut, now }, transaction);
        }
    }

    /// <summary>The provider does not know it any more.</summary>
    internal async Task ForgetAsync(DbConnection connection, DbTransaction transaction, string address)
    {
        if (DeviceAddress.IsOne(address))
        {
            await connection.ExecuteAsync(_sql["Forget"], new { address }, transaction);
        }
    }
}
