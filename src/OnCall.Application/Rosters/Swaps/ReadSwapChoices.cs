using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Feeds;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Shows somebody one of their shifts and what colleagues on the same role could take it for.</summary>
public sealed class ReadSwapChoices(RoleFinder roles, RoleScopes scopes, IRosterReads rosters, IRosterPeople people, IClock clock)
{
    // A cover far outside may decide where a shift begins or ends that is shown.
    private static readonly Duration Margin = Duration.FromDays(31);

    private static readonly Refusal NotOn = new(
        RefusalKind.NotFound, "unknown-shift", "No such shift", "You are not on the role then. It may have been changed meanwhile: look at your shifts again.");

    /// <param name="role">Any of its names.</param>
    /// <param name="at">An instant within the shift.</param>
    /// <param name="with">The employee number of the colleague; null before one is chosen.</param>
    public async Task<Answer<SwapChoicesView>> RunAsync(Caller caller, string role, Instant at, string? with, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } me)
        {
            return Refusal.Forbidden("An integration has no shifts.");
        }

        var found = await roles.FindAsync(role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var (id, now) = (found.Value.Id, clock.GetCurrentInstant());
        var roster = (await rosters.LoadAsync([id], Instant.Min(at, now) - Margin, Instant.Max(at, now + ReadMyShifts.Ahead) + Margin, cancellationToken)).Of(id);
        if (SwapPlaces.WholeAt(roster, me, at) is not var (start, end) || end <= now)
        {
            return NotOn;
        }

        start = Instant.Max(start, now);
        var ahead = FeedStretches.Of(roster, now, now + ReadMyShifts.Ahead).Where(s => s.Person != me).OrderBy(s => s.Since).ToList();
        var names = await people.ByIdAsync([.. ahead.Select(s => s.Person).Distinct()], cancellationToken);
        RosterPerson? chosen = null;
        if (with is not null)
        {
            chosen = (await people.ByEmployeeNoAsync([with], cancellationToken)).FirstOrDefault();
            if (chosen is null || chosen.Id == me)
            {
                return Refusal.Invalid(new InputProblem("with", chosen is null ? "Nobody has this employee number." : "Nobody swaps with themselves.", with));
            }
        }

        return new SwapChoicesView(
            new RoleName(found.Value.Code, found.Value.Name),
            (await scopes.OfAsync([found.Value], cancellationToken))[id].Zone,
            start,
            end,
            SwapPlaces.TierOver(roster, me, start, end) ?? 1,
            [.. names.Values.Where(p => p.Active && !SwapPlaces.IsOnWithin(roster, p.Id, start, end)).OrderBy(p => p.Name, StringComparer.InvariantCulture).Select(PersonName.Of)],
            chosen is null ? null : PersonName.Of(chosen),
            [.. ahead.Where(s => s.Person == chosen?.Id && (s.Until <= start || end <= s.Since)).Select(s => new SwapChoice(Instant.Max(s.Since, now), s.Until, s.Tier, s.Because.Label))]);
    }
}
