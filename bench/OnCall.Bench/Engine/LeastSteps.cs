using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Data;

namespace OnCall.Bench.Engine;

/// <summary>
/// A step of one page by itself, and less of one than any such design could do with: the escalation is read and moved on, one notification to
/// one fixed device and one event are written, in one transaction of our database, which gives those that wait together one flush. It does
/// not look who is on shift, asks nobody by a second method and does not arm the next step; nothing is sent.
/// </summary>
internal sealed class LeastSteps(Database database, IIdSource ids, IClock clock, StepTimes times) : IPageSteps
{
    private static readonly Duration UntilNext = Duration.FromHours(1);

    public async Task WriteAsync(Guid page, CancellationToken cancellationToken)
    {
        await database.WriteAsync((connection, transaction) => MoveAsync(connection, transaction, page.ToString()), cancellationToken);
        times.Written(page, clock.GetCurrentInstant());
    }

    private async Task<bool> MoveAsync(DbConnection connection, DbTransaction transaction, string page)
    {
        var now = clock.GetCurrentInstant();
        var (version, state) = await connection.QuerySingleAsync<(long Version, string State)>(
            "select version, state from escalation where page_id = @page and is_open = 1", new { page }, transaction);
        var rows = await connection.ExecuteAsync(
            """
            update escalation set version = version + 1, due_at = @next, state = json_set(@state, '$.stepIndex', 1, '$.stepDueAt', @next) where page_id = @page and version = @version;
            insert into notification (notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, turn_at, state, attempt, changed_at)
            values (@id, @page, '00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8001-000000000000', 'Push', 'device-token-0', 1, 'Page', 2, 1, @at, @at, 'Pending', 0, @at);
            insert into page_event (page_id, at, kind, detail) values (@page, @at, 'Notified', '');
            """,
            new { page, version, state, id = ids.NewId().ToString(), at = now.ToUnixTimeMilliseconds(), next = (now + UntilNext).ToUnixTimeMilliseconds() },
            transaction);
        return rows == 3 ? true : throw new InvalidOperationException($"Page {page} was not moved.");
    }
}
