using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>
/// Accepts a page: it is written with its escalation, its notifications, its trail and the audit entry in one transaction, or not at all.
/// Whoever has the permission staff may page every role.
/// </summary>
public sealed partial class SendPage(
    IPageStore pages, IDirectoryReads directory, SituationReader situations, ChangeWriter changes, PageReader reader,
    RoleFinder roles, IIdSource ids, IClock clock, IWorkSignal signal, OnCallMeter meter)
{
    private const int MostTries = 8;
    private const int MostLate = 2;
    private const int MostTogether = 64;
    private static readonly Duration KeyKept = Duration.FromDays(7);

    private readonly Together<PolicyId, EscalationPolicy?> _policies = new(
        async wanted =>
        {
            var found = (await directory.PoliciesAsync([.. wanted.Distinct()], CancellationToken.None)).ToDictionary(p => p.Id);
            return [.. wanted.Select(found.GetValueOrDefault)];
        },
        MostTogether);

    private readonly Together<AcceptedPage, AcceptResult> _accepts = new(
        async accepted =>
        {
            // What is written here for others too is not of the course of whoever runs it.
            WrittenSoFar.Begin();
            return await pages.AcceptAsync(accepted, CancellationToken.None);
        },
        MostTogether);

    private readonly Alone _alone = new();
    private readonly Alone _blocked = new();

    /// <summary>Sends once for each idempotency key; the same key again answers the same page as it is now.</summary>
    public async Task<Answer<PageView>> RunAsync(Caller caller, string? idempotencyKey, SendPageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(idempotencyKey) || idempotencyKey.Length > 200)
        {
            return PageProblems.KeyMissing;
        }

        if (!caller.May(Permission.Staff))
        {
            return Refusal.Forbidden("Sending a page needs the permission staff, which everyone who works here has. Auditors read and change nothing.");
        }

        return SendPageValidator.Refuse(request) is { } invalid ? invalid : await RunCheckedAsync(caller, idempotencyKey, request, cancellationToken);
    }

    // The role of the self-test has no address, so that it cannot be paged by mistake.
    private Task<Answer<Role>> FindAsync(Caller caller, string address, CancellationToken cancellationToken) =>
        caller == SelfTest.Sender ? roles.FindAsync(SelfTest.Role, address, cancellationToken) : roles.FindAsync(address, cancellationToken);

    private async Task<(AcceptResult Result, PageView? View)> AcceptAsync(
        Caller caller, string key, string hash, SendPageRequest request, Role role, Tries tries, CancellationToken cancellationToken)
    {
        var page = Write(caller, request, role, tries.Moved);
        var policy = role.Policy is { } id ? await _policies.RunAsync(id).WaitAsync(cancellationToken) : null;
        var now = page.SentAt;
        var needs = SituationNeeds.Of(role.Id, policy).And(new SituationNeeds([], page.Sender is { } sender ? [sender] : []));
        var hospital = await situations.ReadAsync(needs, now, cancellationToken);
        var decision = EscalationRules.Start(page.Id, page.Urgency, role.Id, page.Sender, policy, hospital.Situation, now);
        var sent = new Effect.Record(PageEventKind.Sent, page.Sender, $"{page.SenderName} paged {role.Name}, {page.Urgency.ToName()}.");
        var audit = new AuditEntry(now, caller.Key, "page.send", $"page:{page.Id}", AuditDetail.Of(("role", role.Code), ("urgency", page.Urgency.ToName()), ("reference", page.Reference.ToString())));
        var change = changes.Write(decision.Escalation, [sent, .. decision.Effects], hospital, now, audit);
        var accepted = new AcceptedPage(page, change with { WasLate = tries.WasLate }, caller.Key, key, hash, now + KeyKept);

        // What held it up before holds nobody else up now.
        var result = tries.Blocked > 0 ? (await pages.AcceptAsync([accepted], CancellationToken.None))[0] : await _accepts.RunAsync(accepted);
        if (result != AcceptResult.Accepted)
        {
            return (result, null);
        }

        WrittenSoFar.Note();
        meter.Written(change);
        signal.PageChanged(page.Id);
        if (page.Role != SelfTest.Role)
        {
            meter.Accepted(page.Urgency);
        }

        return (result, PageReader.ViewOf(new PageRecord(page, change.Next), hospital.Situation, change.Events));
    }

    private Page Write(Caller caller, SendPageRequest request, Role role, int attempt)
    {
        // Both were validated; an absent callback stays null.
        _ = UrgencyNames.TryParse(request.Urgency, out var urgency);
        _ = Callback.TryParse(request.Callback, out var callback);

        // More characters where short ones run out, and for what nobody has to read out.
        var reference = PageReference.FromBits(ids.NewBits(), length: attempt < 4 && role.Id != SelfTest.Role ? 4 : 6);
        return new Page(
            new PageId(ids.NewId()), reference, role.Id, urgency, Blank(request.Subject), Blank(request.Body), Blank(request.PatientRef),
            callback, request.Replies ?? [], caller.Person, caller.Name, clock.GetCurrentInstant());
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
