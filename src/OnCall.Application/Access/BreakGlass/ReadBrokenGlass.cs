using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>Who has let themselves read a page, with what they gave as their reason: for auditors and administrators whom it reaches.</summary>
public sealed class ReadBrokenGlass(PageMoves moves, PageAccess access, IBreakGlassStore glass, IDirectoryReads directory)
{
    public async Task<Answer<ListOf<BrokenGlassView>>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!await access.MayReviewAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only auditors and administrators of the page's role read this.");
        }

        var all = await glass.OfPageAsync(page, cancellationToken);
        var people = (await directory.PeopleAsync([.. all.Select(b => b.Person).Distinct()], cancellationToken)).ToDictionary(p => p.Id);
        return new ListOf<BrokenGlassView>([.. all.Select(b => BrokenGlassView.Of(b, new PersonLine(people[b.Person].EmployeeNo, people[b.Person].Name)))], null);
    }
}
