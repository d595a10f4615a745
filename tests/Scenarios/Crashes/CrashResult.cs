using System.Globalization;
using OnCall.Domain.Paging;
using OnCall.Scenarios.Tests.Nodes;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>What came of a run, by the database and by what the providers got.</summary>
internal sealed class CrashResult
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(90);

    /// <summary>Accepted pages that nobody has and that are not at the desk.</summary>
    public required IReadOnlyCollection<Guid> Lost { get; init; }

    /// <summary>All pages of the database.</summary>
    public required int Pages { get; init; }

    /// <summary>Notifications that were sent again more often than the process died meanwhile.</summary>
    public required IReadOnlyCollection<string> TooManyRepeats { get; init; }

    /// <summary>Second and further askings for one page at one address whose text is that of a first.</summary>
    public required IReadOnlyCollection<string> RepeatsThatDoNotSaySo { get; init; }

    public required string Table { get; init; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Waits until every page has ended, and nothing due is left in the outbox.</summary>
    public static async Task<CrashResult> ReadAsync(LiveHospital hospital, PageFlow flow, Crasher crasher)
    {
        IReadOnlyList<PageRow> pages = [];
        await Until.TrueAsync(
            async () =>
            {
                pages = await hospital.QueryAsync<PageRow>("select page_id as Page, phase as Phase, at_desk as AtDesk from escalation");
                return pages.All(p => p.Ended) && (await hospital.QueryAsync<int>("select count(*) from notification where state = 'Claimed' or (state = 'Pending' and attempt = 0 and due_at < @now)", new { now = Now() }))[0] == 0;
            },
            Settles,
            () => $"{pages.Count(p => !p.Ended)} pages have not ended.",
            Cancel);

        var ended = pages.Where(p => p.Ended).Select(p => p.Page.Value).ToHashSet();
        var lost = flow.Accepted.Values.Where(p => !ended.Contains(p)).ToList();
        var sms = hospital.Twilio.Requests.All.ToLookup(r => SentAttempt.Of(r).Notification, StringComparer.Ordinal);
        // A pager is told no notification: what it gets again, also as a step of the plan, has to say so.
        var asked = Askings(hospital);
        var again = sms.Select(m => Again(m.Key, [.. m.Select(r => r.At)], crasher.Kills)).ToList();
        return new CrashResult
        {
            Lost = lost,
            Pages = pages.Count,
            TooManyRepeats = [.. again.Where(a => a.Times > a.Kills).Select(a => a.Notification)],
            RepeatsThatDoNotSaySo = [.. asked.Where(a => a.Count(text => !text.Contains("REPEAT ", StringComparison.Ordinal)) > 1).Select(a => a.Key)],
            Table = Write(flow, crasher, pages, lost.Count, again, asked.Sum(a => a.Count()), asked.Sum(a => a.Count(t => t.Contains("REPEAT ", StringComparison.Ordinal)))),
        };
    }

    // The stub notes a request when its last byte is in, a little after the process could die with it.
    private static NodaTime.Duration Clock => NodaTime.Duration.FromMilliseconds(100);

    /// <summary>How often a notification was sent again, and how often the process was killed between its first time and its last.</summary>
    private static SentAgain Again(string notification, IReadOnlyList<NodaTime.Instant> sent, IReadOnlyList<NodaTime.Instant> kills) =>
        new(notification, sent.Count - 1, kills.Count(k => k >= sent[0] - Clock && k <= sent[^1]));

    private static NodaTime.Instant Now() => NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    /// <summary>Every text that asked somebody, by page and address.</summary>
    private static ILookup<string, string> Askings(LiveHospital hospital) =>
        hospital.Twilio.Requests.All.Select(r => (To: r.Form["To"], Text: r.Form["Body"])).Where(t => t.Text.Contains(" Reply ", StringComparison.Ordinal))
            .Concat(hospital.Snpp.Deliveries.All.Select(d => (To: d.Pager, d.Text)).Where(t => t.Text.Contains("URGENT ", StringComparison.Ordinal)))
            .ToLookup(t => $"{t.Text.Split(' ')[0]} to {t.To}", t => t.Text, StringComparer.Ordinal);

    private static string Write(PageFlow flow, Crasher crasher, IReadOnlyList<PageRow> pages, int lost, IReadOnlyList<SentAgain> again, int asked, int repeats)
    {
        string Longest(Func<Resumption, TimeSpan?> of) => crasher.Resumed.Select(of).Where(t => t is not null).Max() is { } longest
            ? string.Create(CultureInfo.InvariantCulture, $"{longest.TotalMilliseconds:F0} ms (of {crasher.Resumed.Count(r => of(r) is not null)})") : "-";
        (string Name, object Value)[] lines =
        [
            ("kills", crasher.Kills.Count),
            ("  of them while starting", crasher.Kills.Count - crasher.Resumed.Count),
            ("accepted pages", flow.Accepted.Count),
            ("  acknowledged", pages.Count(p => p.Phase == "Acknowledged")),
            ("  at the desk", pages.Count(p => p is { Phase: not "Acknowledged", AtDesk: true })),
            ("  lost", lost),
            ("requests cut off by a kill", flow.Broken),
            ("  accepted before it, same page", flow.Replays),
            ("askings that providers got", asked),
            ("  that say REPEAT", repeats),
            ("SMS sent again after a kill", again.Sum(a => a.Times)),
            ("  for each kill", string.Create(CultureInfo.InvariantCulture, $"{(double)again.Sum(a => a.Times) / crasher.Kills.Count:F2}")),
            ("  one of them, at most", again.Max(a => a.Times)),
            ("  one of them for each kill, at most", again.Where(a => a.Times > 0).Select(a => (double)a.Times / Math.Max(1, a.Kills)).DefaultIfEmpty().Max().ToString("0.##", CultureInfo.InvariantCulture)),
            ("longest to resume (both together)", Longest(r => r.Sweep is { } sweep ? r.Start + sweep : null)),
            ("longest start", Longest(r => r.Start)),
            ("longest from it to the first sweep", Longest(r => r.Sweep)),
            ("longest until nothing due was left", Longest(r => r.Due)),
            ("longest from kill to sent again", Longest(r => r.Claims)),
        ];
        return string.Join('\n', lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name,-36} {l.Value}")));
    }

    private sealed record SentAgain(string Notification, int Times, int Kills);

    private sealed class PageRow
    {
        public PageId Page { get; set; }

        public string Phase { get; set; } = "";

        public bool AtDesk { get; set; }

        public bool Ended => Phase == "Acknowledged" || AtDesk;
    }
}
