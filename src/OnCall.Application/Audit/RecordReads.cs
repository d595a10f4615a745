using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;

namespace OnCall.Application.Audit;

/// <summary>
/// Writes down who is shown what a page says, before it is shown: once for a reader and a page in <see cref="Again"/> on each node. Where that
/// cannot be written, or not soon, the page is shown all the same: whoever is to come to a patient must not be kept from knowing. It is then
/// logged, counted, and an alarm.
/// </summary>
public sealed partial class RecordReads(
    IAuditWriter writer, AuditRecord record, OnCallMeter meter, IClock clock, TimeProvider time, ILogger<RecordReads> logger)
{
    /// <summary>How long one entry stands for further looks at the same page.</summary>
    public static readonly Duration Again = Duration.FromMinutes(10);

    /// <summary>How long a reader waits for the entry at the most.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<(string Actor, PageId Page), Instant> _known = new();

    /// <summary>Never throws for what the database does.</summary>
    public async Task NoteAsync(Caller caller, IEnumerable<PageId> pages)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = clock.GetCurrentInstant();
        var fresh = pages.Where(p => !IsKnown((caller.Key, p), now)).Distinct().ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        Forget(now);
        var writing = WriteAsync(caller.Key, fresh, now);
        try
        {
            await writing.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            // The entry comes later. Should it not, the write itself tells.
        }
    }

    /// <summary>The same of one page. The page that OnCall sends itself says nothing of anybody, and boards that are open read it each minute.</summary>
    public Task NoteAsync(Caller caller, PageRecord page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Escalation.Role == SelfTest.Role ? Task.CompletedTask : NoteAsync(caller, [page.Page.Id]);
    }

    private async Task WriteAsync(string actor, List<PageId> pages, Instant now)
    {
        pages.ForEach(p => _known[(actor, p)] = now);
        try
        {
            await writer.AppendAsync([.. pages.Select(p => new AuditEntry(now, actor, "page.read", $"page:{p}", "{}"))], CancellationToken.None);
            record.Reads.Note(succeeded: true, now);
        }
        catch (Exception error)
        {
            pages.ForEach(p => _known.TryRemove((actor, p), out _));
            record.Reads.Note(succeeded: false, now);
            meter.ReadsUnaudited(pages.Count);
            LogFailed(actor, string.Join(' ', pages), error);
        }
    }

    private bool IsKnown((string Actor, PageId Page) read, Instant now) => _known.TryGetValue(read, out var at) && at <= now && now - at < Again;

    private void Forget(Instant now)
    {
        if (_known.Count < MostKnown)
        {
            return;
        }

        foreach (var old in _known.Where(k => now - k.Value >= Again).Select(k => k.Key).ToList())
        {
            _known.TryRemove(old, out _);
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "That {Actor} reads these pages could not be written to the audit trail: {Pages}")]
    private partial void LogFailed(string actor, string pages, Exception error);
}
