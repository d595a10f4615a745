using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Hospitals;

namespace OnCall.Data.Tests.Paging;

/// <summary>Pages as a store gets them, each with ids and a reference of its own.</summary>
internal sealed class PageDraft(TestHospital hospital, Role role)
{
    private readonly TestIds _ids = new(series: 5);

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public PageReference Reference() => PageReference.FromBits(_ids.NewBits());

    public async Task<AcceptedPage> AcceptedAsync(
        Urgency urgency = Urgency.Urgent,
        PageReference? reference = null,
        string key = "key",
        Instant? dueAt = null,
        Instant? now = null,
        IReadOnlyList<NewNotification>? asks = null)
    {
        var at = now ?? Now;
        var page = new Page(
            new PageId(_ids.NewId()), reference ?? Reference(), role.Id, urgency, "Subject", "Body", "MRN 1", null, ["On my way", "応答します"], null, "Lab", at);
        var escalation = Escalation(page, dueAt ?? at + Duration.FromMinutes(2)) with
        {
            Responders = [.. (asks ?? []).Where(a => a.Person is not null).Select(a => a.Person!.Value).Distinct().Select(p => Asked(p, at))],
        };
        var change = await ChangeAsync(escalation, at) with { Notifications = asks ?? [] };
        return new AcceptedPage(page, change, "integration:lab", key, new string('a', 64), at + Duration.FromDays(7));
    }

    /// <summary>A decision that leads to this state, by the roster as it is.</summary>
    public async Task<PageChange> ChangeAsync(Escalation next, Instant? now = null)
    {
        var at = now ?? Now;
        var line = new PageEvent(0, next.Page, at, PageEventKind.Escalated, null, null, null, "A line of the trail.");
        var stamp = await hospital.Rosters.StampAsync(CancellationToken.None);
        return new PageChange(next, stamp, at, [], [], [], [line], [new AuditEntry(at, "system", "page.test", $"page:{next.Page}", "{}")]);
    }

    public NewNotification Ask(
        Person person, ContactMethod method, Instant? dueAt = null, NotificationPurpose purpose = NotificationPurpose.Page) =>
        new(new NotificationId(_ids.NewId()), person.Id, method, purpose, 0, dueAt ?? Now);

    public NewNotification AskDevice(ContactMethod method) => new(new NotificationId(_ids.NewId()), null, method, NotificationPurpose.Page, 0, Now);

    public static Responder Asked(PersonId person, Instant since) => new(person, null, 0, since, Standing.Notified, Reachable: true, Failed: false);

    private Escalation Escalation(Page page, Instant dueAt) => new()
    {
        Page = page.Id,
        Urgency = page.Urgency,
        Phase = EscalationPhase.Stepping,
        Role = role.Id,
        Steps = [new Step(120, [new StepTarget(TargetKind.Tier, Tier: 1)])],
        StepIndex = 0,
        StepDueAt = dueAt,
    };
}
