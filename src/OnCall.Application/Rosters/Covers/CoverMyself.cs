using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Covers;

/// <summary>
/// "I take it now": somebody of the staff stands in for a colleague themselves, or where nobody is on tier 1, for at most 24 h. Whoever has
/// been on the role or on one of the same unit may, and its schedulers. The colleague is told. A page in flight sees it as a handover.
/// </summary>
public sealed class CoverMyself(
    RoleFinder roles, RoleScopes scopes, IDirectoryReads directory, IRosterPeople people, IRosterReads rosters, ICovers covers, CoverNotices telling, RosterSignal signal, IIdSource ids, IClock clock)
{
    private const int Attempts = 5;
    private static readonly Duration Longest = Duration.FromHours(24);
    private static readonly CoverMyselfValidator Validator = new();

    public async Task<Answer<CoverView>> RunAsync(Caller caller, CoverMyselfRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (Validator.Validate(request) is { IsValid: false } wrong)
        {
            return Refusal.Invalid([.. wrong.Errors.Select(e => new InputProblem(e.PropertyName, e.ErrorMessage))]);
        }

        var found = await roles.FindAsync(request.Role!, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = await scopes.OfAsync(found.Value, cancellationToken);
        if (caller.Person is not { } person || (await people.ByIdAsync([person], cancellationToken)).GetValueOrDefault(person) is not { Active: true } self)
        {
            return Refusal.Forbidden("Only an active person takes over a role. A system, or a scheduler for somebody else, sends POST /api/v1/covers.");
        }

        if (!scope.MaySchedule(caller) && !await covers.HasBeenOnAsync(person, scope.Role, cancellationToken))
        {
            return Refusal.Forbidden(
                $"You have not been on '{scope.Role.Name}' nor on another role of its unit. Ask one of its schedulers to put you in, or page the role.");
        }

        if (scope.Role.Demand != RoleDemand.None && !scope.MaySchedule(caller) && scope.Role.Demand.Unmet((await directory.PeopleAsync([person], cancellationToken))[0]) is { } unmet)
        {
            return Refusal.Forbidden($"'{scope.Role.Name}' {unmet}. Ask one of its schedulers to put you in, or page the role.");
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, self, request, scope, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return CoverRefusals.Busy;
    }

    private async Task<Answer<CoverView>?> TryAsync(Caller caller, RosterPerson self, CoverMyselfRequest request, RoleScope scope, CancellationToken cancellationToken)
    {
        var now = MilliTime.Of(clock);
        var from = request.From is { } written ? RosterTimes.At(written, scope.Clock) : now;
        var view = await rosters.LoadAsync([scope.Role.Id], from, from + Longest, cancellationToken);
        var roster = view.Of(scope.Role.Id);
        var at = RoleTimeline.Of(roster).At(from);
        var instead = string.IsNullOrEmpty(request.Instead) ? null
            : (await people.ByEmployeeNoAsync([request.Instead], cancellationToken)).FirstOrDefault();
        var relieved = string.IsNullOrEmpty(request.Instead)
            ? CoverPlace.OnlyPrimary(roster, from) is { } only ? at.Responders.First(r => r.Person == only) : null
            : at.Responders.FirstOrDefault(r => r.Person == instead?.Id);
        var limit = relieved?.Until ?? CoverPlace.PrimaryFrom(roster, from) ?? from + Longest;
        var to = request.To is { } end ? RosterTimes.At(end, scope.Clock) : Instant.Min(limit, from + Longest);
        if (Problem(self, request, at, relieved, from, to, now) is { } problem)
        {
            return Refusal.Invalid(problem);
        }

        var reason = request.Reason is { Length: > 0 } text ? text.Trim() : "taken over";
        var cover = new Cover(new CoverId(ids.NewId()), scope.Role.Id, self.Id, relieved?.Person, relieved?.Tier ?? 1, from, to, reason, now);
        if (Overlap(roster, cover, relieved, limit) is { } overlap)
        {
            return Refusal.Invalid(new InputProblem("to", $"{overlap} Take over a shorter time, or ask a scheduler.", request.To));
        }

        var notices = await telling.OfAsync(cover, scope, relieved?.Person, self.Id, now, cancellationToken);
        if (!await covers.AddAsync(cover, caller.Name, view.Stamp, CoverAudit.Add(caller, now, cover), cancellationToken, notices))
        {
            return null;
        }

        signal.Announce();
        var other = relieved is null ? null : PersonName.Of((await people.ByIdAsync([relieved.Person], cancellationToken)).GetValueOrDefault(relieved.Person));
        return Answer<CoverView>.Created(new CoverView(
            cover.Id.Value, new RoleName(scope.Role.Code, scope.Role.Name), PersonName.Of(self), other, cover.Tier, from, to, cover.Reason, now));
    }

    /// <summary>Why the cover would not change that one place alone; null when it does.</summary>
    private static string? Overlap(RoleRoster roster, Cover cover, OnShift? relieved, Instant limit) =>
        SwapPlaces.IsOnWithin(roster, cover.Person, cover.Start, cover.End) ? "You are on yourself within that time."
        : relieved is null ? (cover.End > limit ? "Somebody comes on tier 1 within that time." : null)
        : SwapPlaces.TierOver(roster, relieved.Person, cover.Start, cover.End) is null || !SwapPlaces.ChangesThatAlone(roster, cover)
            ? "The colleague is not on over all of that time, or others would change with it."
        : null;

    private static InputProblem? Problem(RosterPerson self, CoverMyselfRequest request, Resolution at, OnShift? relieved, Instant from, Instant to, Instant now) =>
        from < now ? new InputProblem("from", "What is past stays as it was. Leave it out for now.", request.From)
        : at.Responders.Any(r => r.Person == self.Id) ? new InputProblem("role", "You are on this role then already.", request.Role)
        : relieved is null && !string.IsNullOrEmpty(request.Instead) ? new InputProblem("instead", "This person is not on the role then.", request.Instead)
        : relieved is null && at.OnTier(1).Any() ? new InputProblem("instead", "Several people are on tier 1 then. Say whom you relieve, by employee number.")
        : to <= from ? new InputProblem("to", "It must end after it starts.", request.To)
        : to - from > Longest ? new InputProblem("to", "You take over for 24 hours at most. A scheduler can make a longer cover.", request.To)
        : null;
}
