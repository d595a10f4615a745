using Dapper;
using NodaTime;
using OnCall.Application.Telemetry;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Telemetry;

/// <summary>Counts what the engine has before it, in either database.</summary>
public sealed class EngineReads(Database database) : IEngineReads
{
    private readonly SqlText _sql = SqlText.For<EngineReads>(database.Provider);

    public Task<IReadOnlyList<QueueLine>> QueueAsync(Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<QueueLine>>(
            async connection =>
            [
                .. (await connection.QueryAsync<QueueRow>(_sql["Queue"], new { now }))
                    .Select(r => new QueueLine(Enum.Parse<ContactMethodKind>(r.Kind), r.Due, r.Claimed, r.OldestDue)),
            ],
            cancellationToken);

    public Task<IReadOnlyList<OpenPagesLine>> OpenPagesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OpenPagesLine>>(
            async connection =>
                [.. (await connection.QueryAsync<OpenRow>(_sql["OpenPages"], new { selfTest = SelfTest.Role })).Select(r => new OpenPagesLine((Urgency)r.Urgency, r.Pages, r.AtDesk))],
            cancellationToken);

    private sealed class QueueRow
    {
        public string Kind { get; set; } = "";

        public int Due { get; set; }

        public int Claimed { get; set; }

        public Instant? OldestDue { get; set; }
    }

    private sealed class OpenRow
    {
        public int Urgency { get; set; }

        public int Pages { get; set; }

        public int AtDesk { get; set; }
    }
}
