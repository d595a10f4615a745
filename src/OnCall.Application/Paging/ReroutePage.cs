using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Passes a page on to another role, by one whom it asks or by a dispatcher.</summary>
public sealed class ReroutePage(PageMoves moves, PageAccess access, RoleFinder roles, IDirectoryReads directory)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (string.IsNullOrWhiteSpace(role))
        {
            return Refusal.Invalid(new InputProblem("role", "Name the role to pass it on to."));
        }

        var asked = record.Escalation.Responders.Any(r => r.Person == caller.Person && r.MayAnswer);
        if (!asked && !await access.IsDispatcherAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only somebody whom the page asks, or a dispatcher, passes it on to another role.");
        }

        var found = await roles.FindAsync(role, cancellationToken);
        if (found.Refusal is { } unknown)
        {
            return unknown;
        }

        var target = found.Value!;
        var policy = target.Policy is { } id ? (await directory.PoliciesAsync([id], cancellationToken)).SingleOrDefault() : null;
        return await moves.RunAsync(
            caller, page, "page.reroute",
            (escalation, situation, now) => CourseRules.Reroute(escalation, target.Id, policy, caller.Name, situation, now),
            cancellationToken, SituationNeeds.Of(target.Id, policy));
    }
}
