using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Application.Rosters.Paper;

/// <summary>
/// The sheets for when the computers are down, made now: those of their units for dispatchers and administrators of units, all for those of
/// the house. They hold telephone numbers.
/// </summary>
public sealed class ReadPaper(PaperSheets sheets, IOrgUnitStore units, IClock clock)
{
    public static readonly Refusal NotForCaller = Refusal.Forbidden("The downtime sheet holds telephone numbers: it is for dispatchers and administrators.");

    /// <summary>The house first, if it is for the caller, then the units by their codes.</summary>
    public async Task<Answer<ListOf<PaperSheet>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!ReadBoard.IsFor(caller))
        {
            return NotForCaller;
        }

        var all = await sheets.AllAsync(clock.GetCurrentInstant(), cancellationToken);
        if (caller.May(Permission.Dispatcher))
        {
            return new ListOf<PaperSheet>(all, null);
        }

        var tree = await units.TreeAsync(cancellationToken);
        return new ListOf<PaperSheet>(
            [.. all.Where(s => s.Unit is { } unit && tree.Find(unit) is { } known && caller.May(Permission.Dispatcher, tree.Above(known.Id)))], null);
    }
}
