using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging.DryRuns;

/// <summary>
/// Tells what a page would do if it were sent now and nobody answered: the very rules, by the rosters, contact methods, preferences and
/// channels of now, forward in time. Nothing is written and nobody is asked. Providers are taken to take everything.
/// </summary>
public sealed class DryRunPage(
    IDirectoryReads directory, IRosterReads rosters, ChannelSet channels, IOpenInboxes inboxes, ChangeWriter changes, RoleFinder roles, IPolicyStore policies,
    PolicyForm form, IIdSource ids, IClock clock)
{
    private const string Unsaved = "dry-run";
    private const int MostLines = 60;

    // Every policy ends sooner: 20 steps, each 21 times.
    private const int MostDecisions = 500;

    private static readonly PutPolicyValidator Validator = new();

    // Of its own: what is read of times to come must not displace what is known of now.
    private readonly SituationReader _situations = new(directory, rosters, channels, inboxes);

    /// <summary>For administrators, of the hospital or of any unit.</summary>
    public async Task<Answer<DryRunView>> RunAsync(Caller caller, DryRunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (!AdministratorAccess.IsFor(caller))
        {
            return Refusal.Forbidden("A dry run is for administrators.");
        }

        if (Problems(request) is { Count: > 0 } problems)
        {
            return Refusal.Invalid(problems);
        }

        var role = await roles.FindAsync(request.Role!, cancellationToken);
        if (!role.Ok)
        {
            return role.Refusal;
        }

        var policy = await PolicyAsync(request, role.Value, cancellationToken);
        _ = UrgencyNames.TryParse(request.Urgency, out var urgency);
        return policy.Ok ? await PlayAsync(role.Value, urgency, policy.Value.Policy, cancellationToken) : policy.Refusal;
    }

    private static List<InputProblem> Problems(DryRunRequest request) =>
    [
        .. string.IsNullOrWhiteSpace(request.Role) ? [new InputProblem("role", "Name the role to page: its code, name or an alias.")] : Array.Empty<InputProblem>(),
        .. UrgencyNames.TryParse(request.Urgency, out _) ? [] : new[] { new InputProblem("urgency", "Give one of: code, urgent, critical-result, routine.", request.Urgency) },
        .. request.Steps is null ? [] : Wrong(request.Steps),
    ];

    private static IReadOnlyList<InputProblem> Wrong(IReadOnlyList<StepBody> steps) =>
        Validator.Validate(new PutPolicyRequest(Unsaved, Unsaved, steps)) is { IsValid: false } wrong ? wrong.ToRefusal().Errors : [];

    private async Task<Answer<Chosen>> PolicyAsync(DryRunRequest request, Role role, CancellationToken cancellationToken)
    {
        if (request.Steps is { } written)
        {
            var (steps, problems) = await form.ReadAsync(written, cancellationToken);
            return problems.Count > 0 ? Refusal.Invalid(problems) : new Chosen(new EscalationPolicy(new PolicyId(ids.NewId()), Unsaved, Unsaved, steps));
        }

        if (request.Policy is { } code)
        {
            return await policies.FindAsync(code, cancellationToken) is { } named
                ? new Chosen(named)
                : DirectoryProblems.Unknown("unknown-policy", "No such policy", $"No policy has the code '{code}'.");
        }

        return new Chosen(role.Policy is { } own ? (await directory.PoliciesAsync([own], cancellationToken)).FirstOrDefault() : null);
    }

    private async Task<DryRunView> PlayAsync(Role role, Urgency urgency, EscalationPolicy? policy, CancellationToken cancellationToken)
    {
        var (start, page, course) = (clock.GetCurrentInstant(), new PageId(ids.NewId()), new DryRunCourse(urgency));
        var at = start;
        var hospital = await _situations.ReadAloneAsync(SituationNeeds.Of(role.Id, policy), at, cancellationToken);
        var decision = EscalationRules.Start(page, urgency, role.Id, null, policy, hospital.Situation, at);
        course.Add(changes.Write(decision.Escalation, decision.Effects, hospital, at), hospital);
        for (var i = 0; i < MostDecisions && course.Count <= MostLines && GoesOn(decision.Escalation) is { } due; i++)
        {
            at = Instant.Max(at, due);
            hospital = await _situations.ReadAloneAsync(SituationNeeds.Of(decision.Escalation), at, cancellationToken);
            decision = EscalationRules.Advance(decision.Escalation, hospital.Situation, at);
            course.Add(changes.Write(decision.Escalation, decision.Effects, hospital, at), hospital);
        }

        var unreachable = decision.Escalation.Responders.Where(r => !r.Reachable).Select(r => hospital.Situation.People.GetValueOrDefault(r.Person)?.Person).OfType<Person>();
        return new DryRunView(
            new RoleLine(role.Code, role.Name), urgency.ToName(), start, [.. course.Lines.Take(MostLines)],
            [.. unreachable.Select(p => new PersonLine(p.EmployeeNo, p.Name))], course.Count <= MostLines && GoesOn(decision.Escalation) is null);
    }

    // At the desk, with no step left, it rings until somebody has it.
    private static Instant? GoesOn(Escalation escalation) =>
        escalation.AtDesk && escalation.Phase != EscalationPhase.Stepping ? null : escalation.DueAt;

    private sealed record Chosen(EscalationPolicy? Policy);
}
