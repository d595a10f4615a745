using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Paging;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>
/// Lets a member of staff read for an hour a page that they have no part in. Nobody is asked first: a patient may be waiting. The auditors and
/// administrators of the page's role are told at once.
/// </summary>
public sealed class BreakGlassOnPage(
    PageMoves moves, PageAccess access, IBreakGlassStore glass, GlassWatchers watchers, IDirectoryReads directory, NoticeDraft draft, IIdSource ids, IClock clock)
{
    private static readonly Duration Told = Duration.FromDays(7);

    /// <param name="caller">Acts for themselves: a system has no patient to come to.</param>
    public async Task<Answer<BrokenGlassView>> RunAsync(Caller caller, PageId page, BreakGlassRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (caller.Person is not { } me || !caller.May(Permission.Staff) || (await directory.PeopleAsync([me], cancellationToken)) is not [{ Active: true } person])
        {
            return Refusal.Forbidden("Only a member of staff, signed in as themselves, breaks the glass.");
        }

        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        var problems = Problems(request, out var reason);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        if (await access.MayReadAsync(caller, record, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "may-read-already", "You may read this page", "You have a part in this page, or your permissions reach it. Nothing was noted: read it as it is.");
        }

        var now = clock.GetCurrentInstant();
        var broken = new BrokenGlass(new BrokenGlassId(ids.NewId()), page, me, reason, request.Note!.Trim(), now);
        var audit = new AuditEntry(
            now, caller.Key, "page.break-glass", $"page:{page}",
            AuditDetail.Of(("reason", Written.Of(reason)), ("until", Domain.UtcText.Second(broken.Until)), ("reference", record.Page.Reference.ToString())));
        await glass.AddAsync(broken, audit, await NoticesAsync(broken, person, record, cancellationToken), cancellationToken);
        return Answer<BrokenGlassView>.Created(BrokenGlassView.Of(broken, new PersonLine(person.EmployeeNo, person.Name)));
    }

    private async Task<IReadOnlyList<NewNotice>> NoticesAsync(BrokenGlass broken, Person by, PageRecord record, CancellationToken cancellationToken)
    {
        var role = (await directory.RolesAsync([record.Escalation.Role], cancellationToken))[0];
        var facts = new GlassBrokenFacts(by.Name, by.EmployeeNo, role.Name, record.Page.Reference);
        var told = await watchers.OfAsync(role, cancellationToken);
        return [.. told.Where(p => p.Id != by.Id).Select(p => draft.To(p, $"break-glass:{broken.Id}", facts, NoticeUrgency.Quiet, broken.At + Told))];
    }

    private static List<InputProblem> Problems(BreakGlassRequest request, out BreakGlassReason reason)
    {
        var problems = new List<InputProblem>();
        if (!Written.TryRead(request.Reason, out reason))
        {
            problems.Add(new InputProblem("reason", $"Give one of: {Written.All<BreakGlassReason>()}.", request.Reason));
        }

        if (request.Note?.Trim().Length is not (>= BrokenGlass.ShortestNote and <= BrokenGlass.LongestNote))
        {
            problems.Add(new InputProblem("note", $"Say why in {BrokenGlass.ShortestNote} to {BrokenGlass.LongestNote} characters."));
        }

        return problems;
    }
}
