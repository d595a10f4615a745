using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Data.Notices;

/// <summary>Notices, in either database.</summary>
public sealed class NoticeStore(Database database) : INoticeStore
{
    private readonly SqlText _sql = SqlText.For<NoticeStore>(database.Provider);

    public async Task<int> AddAsync(IReadOnlyCollection<NewNotice> notices, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(notices, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Another node wrote one of them in the same moment; now it is seen.
            return await WriteAsync(notices, cancellationToken);
        }
    }

    public Task<IReadOnlyList<StoredNotice>> OfPersonAsync(PersonId person, Instant since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredNotice>>(
            async connection => [.. (await connection.QueryAsync<NoticeRow>(_sql["OfPerson"], new { person, since })).Select(r => r.ToNotice())],
            cancellationToken);

    public Task<bool> SeeAsync(NoticeId notice, PersonId person, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(_sql["See"], new { notice, person, now }, transaction) > 0, cancellationToken);

    public Task ForgetWarningsAsync(Instant before, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(_sql["ForgetWarnings"], new { before }, transaction), cancellationToken);

    private Task<int> WriteAsync(IReadOnlyCollection<NewNotice> notices, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => (await NoticeWriter.AppendAsync(connection, transaction, database, notices)).Count, cancellationToken);

    private sealed class NoticeRow
    {
        public NoticeId Id { get; set; }

        public string Kind { get; set; } = "";

        public string Facts { get; set; } = "";

        public string Urgency { get; set; } = "";

        public string State { get; set; } = "";

        public Instant CreatedAt { get; set; }

        public Instant? ToldAt { get; set; }

        public Instant? SeenAt { get; set; }

        public StoredNotice ToNotice() => new(
            Id, NoticeJson.Read(Enum.Parse<NoticeKind>(Kind), Facts), Enum.Parse<NoticeUrgency>(Urgency), Enum.Parse<NoticeState>(State), CreatedAt, ToldAt, SeenAt);
    }
}
