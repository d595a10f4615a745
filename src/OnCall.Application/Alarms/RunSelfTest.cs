using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Alarms;

/// <summary>
/// The page that OnCall sends itself each minute, by the same use cases as any other: accepted, written to the outbox, claimed by a
/// lane, delivered to an inbox, acknowledged, closed. It is routine, so that whatever becomes of it nobody is woken.
/// </summary>
public sealed partial class RunSelfTest(
    SendPage send, IPageStore pages, AcknowledgePage acknowledge, ResolvePage resolve, CancelPage cancel, ITestPageStore tests,
    IClock clock, ILogger<RunSelfTest> logger)
{
    private static readonly Duration Kept = Duration.FromDays(1);

    private long _tidied;

    /// <summary>Sends this minute's page. Null when another node has, or when it was refused: the watch then misses it.</summary>
    public async Task<PageView?> StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var request = new SendPageRequest(Role.SelfTestCode, Urgency.Routine.ToName());
        var sent = await send.RunCheckedAsync(SelfTest.Sender, KeyOf(now), request, cancellationToken);
        if (!sent.Ok)
        {
            LogRefused(sent.Refusal.Title, sent.Refusal.Detail);
            return null;
        }

        return sent.IsNew ? sent.Value : null;
    }

    /// <summary>Answers the page as its responder once it has been delivered.</summary>
    /// <returns>True when it is acknowledged and closed; false while it is still on its way.</returns>
    public async Task<bool> AnswerAsync(PageView page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var id = new PageId(page.Id);
        var trail = await pages.EventsAsync(id, cancellationToken);
        if (!trail.Any(e => e.Kind == PageEventKind.Delivered))
        {
            return false;
        }

        var taken = await acknowledge.RunAsync(SelfTest.Responder, id, new AcknowledgeRequest(), cancellationToken);
        return taken.Ok && (await resolve.RunAsync(SelfTest.Responder, id, "The test page came through.", cancellationToken)).Ok;
    }

    /// <summary>Withdraws a page that did not come through in time, so that no backlog of them builds up.</summary>
    public async Task GiveUpAsync(PageView page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var id = new PageId(page.Id);
        LogLost(id);
        await cancel.RunAsync(SelfTest.Sender, id, "The test page did not come through in time.", cancellationToken);
    }

    /// <summary>
    /// Deletes what is over a day old, once an hour. Whoever sent the first page of a day (UTC) also tells the audit of the day before:
    /// single entries would drown it.
    /// </summary>
    public async Task TidyAsync(PageView sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var hour = (long)(sent.SentAt - NodaConstants.UnixEpoch).TotalHours;
        if (_tidied == hour)
        {
            return;
        }

        if (await tests.LastBeforeAsync(sent.SentAt, cancellationToken) is { } last && last.InUtc().Date is var day && day < sent.SentAt.InUtc().Date)
        {
            await CountAsync(day, sent.SentAt, cancellationToken);
        }

        await tests.PurgeAsync(sent.SentAt - Kept, cancellationToken);
        _tidied = hour;
    }

    private async Task CountAsync(LocalDate day, Instant now, CancellationToken cancellationToken)
    {
        var sent = await tests.SentAsync(Midnight(day), Midnight(day.PlusDays(1)), cancellationToken);
        var passed = sent.Count(SelfTestRules.Passed);
        var detail = JsonSerializer.Serialize(new { day = LocalDatePattern.Iso.Format(day), sent = sent.Count, passed, lost = sent.Count - passed });
        await tests.AuditAsync(new AuditEntry(now, Caller.System.Key, "self-test.day", $"role:{Role.SelfTestCode}", detail), cancellationToken);
    }

    // Minutes since 1970.
    private static string KeyOf(Instant now) => $"minute {now.ToUnixTimeSeconds() / 60}";

    private static Instant Midnight(LocalDate day) => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    [LoggerMessage(Level = LogLevel.Error, Message = "The test page of this minute was refused: {Title}. {Detail}")]
    private partial void LogRefused(string title, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Test page {Page} did not come through in time")]
    private partial void LogLost(PageId page);
}
