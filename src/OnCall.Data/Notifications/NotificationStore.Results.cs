using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Data.Rows;

namespace OnCall.Data.Notifications;

/// <content>What came of several attempts at once.</content>
public sealed partial class NotificationStore
{
    public async Task<IReadOnlyList<bool>> RecordAllAsync(IReadOnlyList<NotificationResult> results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(results);
        var written = new HashSet<NotificationResult>(ReferenceEqualityComparer.Instance);
        foreach (var ofNode in results.GroupBy(r => r.Node).Where(g => g.Count() > 1))
        {
            if (await RecordTogetherAsync([.. ofNode], cancellationToken))
            {
                written.UnionWith(ofNode);
            }
        }

        return [.. results.Select(written.Contains)];
    }

    /// <summary>All or none: where one of them has been overtaken, or is held by another transaction, each is written by itself.</summary>
    private async Task<bool> RecordTogetherAsync(IReadOnlyList<NotificationResult> results, CancellationToken cancellationToken)
    {
        using var rows = ManyRows.Of(database.Provider, results, (row, result) =>
        {
            row.Set("id", result.Notification.Id.Value);
            row.Set("attempt", result.Notification.Attempt);
            row.Set("state", DeliveryStates.StateOf(result.Answer.Status, retry: false));
            row.Set("providerId", result.Answer.ProviderId is { } id ? Cut(id, MostOfProviderId) : null);
            row.Set("detail", Cut(result.Answer.Detail));
            row.Set("now", result.Now);
            row.Set("node", result.Node);
        });
        using var events = ChangeRows.EventsOf(results.Select(EventOf), database);
        try
        {
            return await database.WriteUnblockedAsync(
                async (connection, transaction) =>
                {
                    if (await database.ExecuteAsync(connection, transaction, _sql["RecordAll"], rows) != results.Count)
                    {
                        throw new NotWrittenException(NotWritten.Moved);
                    }

                    await PageEvents.AppendAsync(connection, transaction, database, events);
                    foreach (var result in results)
                    {
                        await _devices.NoteAsync(connection, transaction, result.Notification.Address, result.Answer, result.Now);
                    }

                    return true;
                },
                cancellationToken);
        }
        catch (NotWrittenException)
        {
            return false;
        }
    }

    private static PageEvent EventOf(NotificationResult result)
    {
        var (notification, answer) = (result.Notification, result.Answer);
        var again = result.RetryAt is not null ? " Tried again shortly." : "";
        var line = AttemptLine.Of(notification.Page, result.Now, notification.Person, notification.PersonName, notification.Kind, notification.Attempt, answer);
        return line with { Detail = Cut(line.Detail + again) };
    }
}
