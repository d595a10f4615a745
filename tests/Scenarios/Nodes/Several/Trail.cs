using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>What a story has left: the rows of the database, and what the providers got, in the order of its coming.</summary>
internal sealed class Trail
{
    public required IReadOnlyList<PageRow> Pages { get; init; }

    public required ILookup<Guid, EventRow> Events { get; init; }

    public required IReadOnlyList<NotificationRow> Notifications { get; init; }

    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    public static async Task<Trail> ReadAsync(LiveHospital hospital, ThreeNodes nodes)
    {
        var pages = await hospital.QueryAsync<PageRow>(
            "select p.page_id as Page, p.reference as Reference, p.sent_at as SentAt, e.phase as Phase, e.at_desk as AtDesk from page p join escalation e on e.page_id = p.page_id");
        var notifications = await hospital.QueryAsync<NotificationRow>(
            """
            select n.notification_id as Notification, n.page_id as Page, n.kind as Kind, n.address as Address, n.state as State, n.attempt as Attempt, n.purpose as Purpose, s.employee_no as Who
            from notification n left join person s on s.person_id = n.person_id
            """);
        var events = await hospital.QueryAsync<EventRow>("select page_id as Page, at as At, kind as Kind, detail as Detail from page_event order by seq");
        var (byId, byReference) = (notifications.ToDictionary(n => n.Notification.Value, n => n.Page.Value), pages.ToDictionary(p => "#" + p.Reference, p => p.Page.Value, StringComparer.Ordinal));
        var calls = hospital.Twilio.Requests.All.Where(r => r.Method == "POST").Select(r =>
        {
            var id = SentAttempt.Of(r).Notification;
            var page = byId.TryGetValue(Guid.Parse(id), out var found) ? found : (Guid?)null;
            return new Arrival(r.At, id, nodes.SenderOf(r), page, r.Path.EndsWith("/Calls.json", StringComparison.Ordinal) ? "Voice" : "Sms", r.Form["To"], r.Form.GetValueOrDefault("Body", ""));
        });
        var pagers = hospital.Snpp.Deliveries.All.Select(d =>
        {
            var reference = d.Text.Split(' ')[0];
            return new Arrival(d.At, $"{reference} {d.Pager}", nodes.SenderOf(d), byReference.TryGetValue(reference, out var found) ? found : null, "Snpp", d.Pager, d.Text);
        });
        return new Trail
        {
            Pages = pages,
            Notifications = notifications,
            Events = events.ToLookup(e => e.Page.Value),
            Arrivals = [.. calls.Concat(pagers).OrderBy(a => a.At)],
        };
    }

    /// <summary>Each page that was accepted is there, under one row, and no other; each has asked somebody within 15 s.</summary>
    public void NothingWasLost(params IReadOnlyList<PageLoad> loads)
    {
        var first = Arrivals.Where(a => a.Page is not null).GroupBy(a => a.Page!.Value).ToDictionary(g => g.Key, g => g.Min(a => a.At));
        var accepted = loads.SelectMany(l => l.Accepted).ToDictionary(a => a.Id);
        Assert.Equal(accepted.Keys.Order(), Pages.Select(p => p.Page.Value).Order());
        Assert.DoesNotContain(Arrivals, a => a.Page is null);
        Assert.All(Pages, p =>
        {
            var sent = accepted[p.Page.Value];
            Assert.True(p.SentAt >= sent.AskedAt - Tolerance && p.SentAt <= sent.AnsweredAt + Tolerance, $"{p.Reference} says it was sent {p.SentAt}, not between {sent.AskedAt} and {sent.AnsweredAt}");
            Assert.True(first.TryGetValue(p.Page.Value, out var asked), $"{p.Reference} asked nobody");
            Assert.True(asked - p.SentAt <= Late, $"{p.Reference} was sent {p.SentAt} and asked nobody before {asked}");
        });
    }

    /// <summary>How late the first asking of a page was, at the most.</summary>
    public Duration LatestFirst => Pages.Max(p => Arrivals.First(a => a.Page == p.Page.Value).At - p.SentAt);

    /// <summary>By whose hand what came went, most first.</summary>
    public string Shares => string.Join(", ", Arrivals.GroupBy(a => a.Node).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

    /// <summary>How late anything may be while nodes go: the claim of a node that is gone, and a slow machine.</summary>
    public static readonly Duration Late = Duration.FromSeconds(15);

    private static readonly Duration Tolerance = Duration.FromMilliseconds(500);

    internal sealed class PageRow
    {
        public PageId Page { get; set; }

        public string Reference { get; set; } = "";

        public Instant SentAt { get; set; }

        public string Phase { get; set; } = "";

        public bool AtDesk { get; set; }
    }

    internal sealed class EventRow
    {
        public PageId Page { get; set; }

        public Instant At { get; set; }

        public string Kind { get; set; } = "";

        public string Detail { get; set; } = "";
    }

    internal sealed class NotificationRow
    {
        public NotificationId Notification { get; set; }

        public PageId Page { get; set; }

        public string Kind { get; set; } = "";

        public string Address { get; set; } = "";

        public string State { get; set; } = "";

        public int Attempt { get; set; }

        public string Purpose { get; set; } = "";

        public string? Who { get; set; }
    }
}
