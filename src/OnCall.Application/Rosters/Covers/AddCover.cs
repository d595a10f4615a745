using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Puts one person in for another for a while. The latest cover wins.</summary>
public sealed class AddCover(
    ScheduledRoles roles,
    IRosterPeople people,
    IRosterReads rosters,
    ICovers covers,
    CoverNotices telling,
    RosterSignal signal,
    IIdSource ids,
    IClock clock)
{
    private const int Attempts = 5;
    private static readonly Duration Longest = Duration.FromDays(366);
    private static readonly AddCoverValidator Validator = new();

    public async Task<Answer<CoverView>> RunAsync(Caller caller, AddCoverRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (Validator.Validate(request) is { IsValid: false } wrong)
        {
            return Refusal.Invalid([.. wrong.Errors.Select(e => new InputProblem(e.PropertyName, e.ErrorMessage))]);
        }

        var found = await roles.FindAsync(caller, request.Role!, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = found.Value;
        var (from, to) = (RosterTimes.At(request.From!, scope.Clock), RosterTimes.At(request.To!, scope.Clock));
        if (to <= from || to - from > Longest)
        {
            return Refusal.Invalid(new InputProblem("to", to <= from ? "A cover must end after it starts." : "A cover lasts a year at most.", request.To));
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, request, scope, from, to, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return CoverRefusals.Busy;
    }

    private async Task<Answer<CoverView>?> TryAsync(Caller caller, AddCoverRequest request, RoleScope scope, Instant from, Instant to, CancellationToken cancellationToken)
    {
        var named = await people.ByEmployeeNoAsync([.. new[] { request.Person, request.Instead }.Where(n => !string.IsNullOrEmpty(n)).Select(n => n!)], cancellationToken);
        var person = named.FirstOrDefault(p => string.Equals(p.EmployeeNo, request.Person, StringComparison.OrdinalIgnoreCase));
        var instead = string.IsNullOrEmpty(request.Instead) ? null : named.FirstOrDefault(p => string.Equals(p.EmployeeNo, request.Instead, StringComparison.OrdinalIgnoreCase));
        if (CoverRefusals.OfPeople(request, person, instead) is { } refusal)
        {
            return refusal;
        }

        var view = await rosters.LoadAsync([scope.Role.Id], from, to, cancellationToken);
        var roster = view.Of(scope.Role.Id);
        var place = instead is null ? CoverPlace.OfOnlyPrimary(roster, from, to) : CoverPlace.Of(roster, instead.Id, from, to);
        if (place.Tier is not { } tier)
        {
            return instead is null
                ? CoverRefusals.Several(await people.ByIdAsync(place.Several, cancellationToken))
                : CoverRefusals.NotOn(request, instead, scope.Role);
        }

        var now = clock.GetCurrentInstant();
        var cover = new Cover(new CoverId(ids.NewId()), scope.Role.Id, person!.Id, instead?.Id, tier, from, to, request.Reason!.Trim(), now);
        var relieved = instead?.Id ?? CoverPlace.OnlyPrimary(roster, Instant.Max(from, now));
        var notices = await telling.OfAsync(cover, scope, relieved, caller.Person, now, cancellationToken);
        if (!await covers.AddAsync(cover, caller.Name, view.Stamp, CoverAudit.Add(caller, now, cover), cancellationToken, notices))
        {
            return null;
        }

        signal.Announce();
        var role = new RoleName(scope.Role.Code, scope.Role.Name);
        return Answer<CoverView>.Created(new CoverView(
            cover.Id.Value, role, PersonName.Of(person), instead is null ? null : PersonName.Of(instead), tier, from, to, cover.Reason, now));
    }
}
