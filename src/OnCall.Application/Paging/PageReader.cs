using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>Builds what readers see of pages. Whether they may see it is decided before.</summary>
public sealed class PageReader
{
    private const int MostTogether = 64;

    private readonly IPageStore _pages;
    private readonly IDirectoryReads _directory;
    private readonly Together<PageId, PageView?> _views;

    public PageReader(IPageStore pages, IDirectoryReads directory)
    {
        (_pages, _directory) = (pages, directory);
        _views = new(ViewAllAsync, MostTogether);
    }

    /// <summary>The page with its trail, as it is now.</summary>
    public async Task<PageView> ViewAsync(PageId page, CancellationToken cancellationToken) =>
        await _views.RunAsync(page).WaitAsync(cancellationToken) ?? throw new InvalidOperationException($"There is no page {page}.");

    /// <summary>The page with its trail.</summary>
    public async Task<PageView> ViewAsync(PageRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var events = await _pages.EventsAsync(record.Page.Id, cancellationToken);
        var names = await NamesAsync([record], cancellationToken);
        return View(record, names, events);
    }

    /// <summary>The page as it has just been written, from what the decision was made by: nothing is read again.</summary>
    internal static PageView ViewOf(PageRecord record, Situation situation, IReadOnlyList<PageEvent> events) =>
        View(record, new Names(situation.People.ToDictionary(p => p.Key, p => p.Value.Person), situation.Roles), events);

    /// <summary>Several pages without their trails.</summary>
    public async Task<IReadOnlyList<PageView>> ListAsync(IReadOnlyList<PageRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var names = await NamesAsync(records, cancellationToken);
        return records.Select(r => View(r, names, [])).ToList();
    }

    private async Task<IReadOnlyList<PageView?>> ViewAllAsync(IReadOnlyList<PageId> wanted)
    {
        var ids = wanted.Distinct().ToList();
        var records = await _pages.LoadAsync(ids, CancellationToken.None);
        var events = (await _pages.EventsAsync(ids, CancellationToken.None)).ToLookup(e => e.Page);
        var names = await NamesAsync(records, CancellationToken.None);
        var views = records.ToDictionary(r => r.Page.Id, r => View(r, names, [.. events[r.Page.Id]]));
        return [.. wanted.Select(views.GetValueOrDefault)];
    }

    private async Task<Names> NamesAsync(IReadOnlyList<PageRecord> records, CancellationToken cancellationToken)
    {
        var people = records.SelectMany(r => r.Escalation.Responders.Select(x => x.Person)
            .Concat(r.Escalation.Acknowledgements.Where(a => a.Person is not null).Select(a => a.Person!.Value))
            .Concat(r.Page.Sender is { } sender ? [sender] : []));
        var roles = records.Select(r => r.Escalation.Role);
        return new Names(
            (await _directory.PeopleAsync([.. people.Distinct()], cancellationToken)).ToDictionary(p => p.Id),
            (await _directory.RolesAsync([.. roles.Distinct()], cancellationToken)).ToDictionary(r => r.Id));
    }

    private static PageView View(PageRecord record, Names names, IReadOnlyList<PageEvent> events)
    {
        var (page, escalation) = record;
        return new PageView(
            page.Id.Value,
            page.Reference.ToString(),
            StateOf(escalation.Phase),
            escalation is { AtDesk: true, IsOpen: true },
            page.Urgency.ToName(),
            names.Role(escalation.Role),
            page.Subject,
            page.Body,
            page.PatientRef,
            page.Callback?.Value,
            page.Replies,
            names.Person(page.Sender, page.SenderName),
            page.SentAt,
            escalation.Responders.Select(r => Line(r, names)).ToList(),
            escalation.Urgency == Urgency.Routine ? null : Math.Clamp(escalation.StepIndex + 1, 1, Math.Max(1, escalation.Steps.Count)),
            escalation.Steps.Count,
            escalation.IsOpen ? escalation.StepDueAt : null,
            escalation.Acknowledgements.Select(a => new AcknowledgementLine(names.Person(a.Person, a.Name), a.At, a.Reply, a.ReadBack)).ToList(),
            escalation.AcknowledgementsNeeded,
            escalation.TakenOverBy,
            escalation.OutcomeDueAt,
            escalation.GoesOnAt,
            events.Select(Line).ToList());
    }

    /// <summary>An event as readers see it.</summary>
    internal static EventLine Line(PageEvent line) =>
        new(line.At, KebabCase.Of(line.Kind.ToString()), line.Who, line.Channel is { } channel ? CamelCase.Of(channel.ToString()) : null, line.Detail);

    /// <summary>The four states that callers know.</summary>
    public static string StateOf(EscalationPhase phase) => phase switch
    {
        EscalationPhase.Stepping or EscalationPhase.AtDesk or EscalationPhase.TakenOver or EscalationPhase.Standing => "open",
        EscalationPhase.Acknowledged => "acknowledged",
        EscalationPhase.Resolved => "resolved",
        EscalationPhase.Cancelled => "cancelled",
    };

    private static ResponderLine Line(Responder responder, Names names) => new(
        names.Person(responder.Person, "somebody"),
        CamelCase.Of(responder.Standing.ToString()),
        responder.Post?.Tier,
        responder.Since,
        responder is { Reachable: true, Failed: false });

    private sealed record Names(IReadOnlyDictionary<PersonId, Person> People, IReadOnlyDictionary<RoleId, Role> Roles)
    {
        public PersonLine Person(PersonId? id, string otherwise) =>
            id is { } known && People.TryGetValue(known, out var person) ? new PersonLine(person.EmployeeNo, person.Name) : new PersonLine(null, otherwise);

        public RoleLine Role(RoleId id) => Roles.TryGetValue(id, out var role) ? new RoleLine(role.Code, role.Name) : new RoleLine("", "");
    }
}
