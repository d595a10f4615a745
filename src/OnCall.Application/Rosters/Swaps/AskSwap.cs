using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Asks a colleague to take a shift, in return for one of theirs or not.</summary>
public sealed class AskSwap(
    RoleFinder roles,
    RoleScopes scopes,
    IDirectoryReads directory,
    IRosterReads rosters,
    ISwaps swaps,
    SwapSettings settings,
    SwapWarnings warnings,
    SwapMover mover,
    SwapNotices telling,
    IIdSource ids,
    IClock clock)
{
    private const int Attempts = 5;
    private static readonly Duration Around = Duration.FromDays(32);
    private static readonly AskSwapValidator Validator = new();

    public async Task<Answer<SwapView>> RunAsync(Caller caller, AskSwapRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (Validator.Validate(request) is { IsValid: false } wrong)
        {
            return Refusal.Invalid([.. wrong.Errors.Select(e => new InputProblem(e.PropertyName, e.ErrorMessage))]);
        }

        var found = await PartiesAsync(caller, request, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, request, found.Value, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return SwapRefusals.Busy;
    }

    private async Task<Answer<Parties>> PartiesAsync(Caller caller, AskSwapRequest request, CancellationToken cancellationToken)
    {
        var give = await roles.FindAsync(request.Role!, cancellationToken);
        var take = request.Take?.Role is { Length: > 0 } name ? await roles.FindAsync(name, cancellationToken) : give;
        if (!give.Ok || !take.Ok)
        {
            return give.Refusal ?? take.Refusal!;
        }

        var around = await scopes.OfAsync([.. new[] { give.Value, take.Value }.DistinctBy(r => r.Id)], cancellationToken);
        var giver = request.Person is { Length: > 0 } number
            ? await directory.FindPersonAsync(number, cancellationToken)
            : (await directory.PeopleAsync([.. new[] { caller.Person }.OfType<PersonId>()], cancellationToken)).FirstOrDefault();
        if (giver?.Id is not { } itself || itself != caller.Person)
        {
            // Somebody else's shift: a matter of its schedulers. They must, before anything is said of people.
            if (around.Values.FirstOrDefault(s => !s.MaySchedule(caller)) is { } other)
            {
                return RosterRefusals.NotScheduler(other.Role.Name);
            }
        }

        var taker = await directory.FindPersonAsync(request.With!, cancellationToken);
        var problems = new List<InputProblem>();
        if (giver is null)
        {
            problems.Add(new InputProblem("person", request.Person is null ? "Say whose shift it is, by employee number: this key belongs to nobody." : "Nobody has this employee number.", request.Person));
        }

        if (taker is null || taker.Id == giver?.Id)
        {
            problems.Add(new InputProblem("with", taker is null ? "Nobody has this employee number." : "Nobody swaps with themselves.", request.With));
        }

        if (giver is not null && taker is not null)
        {
            problems.AddRange(Unmet("with", give.Value, taker, request.With));
            problems.AddRange(request.Take is null ? [] : Unmet("take", take.Value, giver, giver.EmployeeNo));
        }

        return problems.Count > 0 ? Refusal.Invalid([.. problems]) : new Parties(around[give.Value.Id], around[take.Value.Id], giver!, taker!);
    }

    private static IEnumerable<InputProblem> Unmet(string field, Role role, Person person, string? value) =>
        role.Demand.Unmet(person) is { } unmet ? [new InputProblem(field, $"'{role.Name}' {unmet}. A scheduler can make a cover all the same.", value)] : [];

    private async Task<Answer<SwapView>?> TryAsync(Caller caller, AskSwapRequest request, Parties parties, CancellationToken cancellationToken)
    {
        var now = MilliTime.Of(clock);
        var at = RosterTimes.At(request.Give!.Start!, parties.Give.Clock);
        var around = await rosters.LoadAsync([.. new[] { parties.Give.Role.Id, parties.Take.Role.Id }.Distinct()], at - Around, at + Around, cancellationToken);
        Instant? end = request.Give.End is { } written ? RosterTimes.At(written, parties.Give.Clock) : null;
        var given = SwapSides.Find(around.Of(parties.Give.Role.Id), parties.Giver, parties.Taker, "give.start", at, end, now);
        if (!given.Ok)
        {
            return given.Refusal;
        }

        SwapSide? taken = null;
        if (request.Take is { } take)
        {
            var takeAt = RosterTimes.At(take.Start!, parties.Take.Clock);
            var view = await rosters.LoadAsync([parties.Take.Role.Id], takeAt - Around, takeAt + Around, cancellationToken);
            var side = SwapSides.Find(view.Of(parties.Take.Role.Id), parties.Taker, parties.Giver, "take.start", takeAt, null, now);
            if (!side.Ok)
            {
                return side.Refusal;
            }

            taken = side.Value;
        }

        var swap = new Swap(new SwapId(ids.NewId()), given.Value, taken, request.Reason?.Trim() ?? "", SwapState.Asked, Swap.Expiry(given.Value, taken, now), 1);
        return await WriteAsync(caller, swap, now, cancellationToken);
    }

    private async Task<Answer<SwapView>?> WriteAsync(Caller caller, Swap swap, Instant now, CancellationToken cancellationToken)
    {
        var setting = await settings.OfAsync(swap, cancellationToken);
        var (from, until) = SwapCheck.Window(swap);
        var view = await rosters.LoadAsync([.. setting.Scopes.Keys], from, until, cancellationToken);
        if (SwapCheck.Gone(swap, view, now) is not null)
        {
            return null;
        }

        if (SwapCheck.Problems(swap, setting, view, mover.Covers(swap, now)) is { Count: > 0 } problems)
        {
            return Refusal.Invalid([.. problems]);
        }

        var notices = telling.Of(swap, SwapState.Asked, setting, caller.Person, caller.Name, now);
        return await swaps.AskAsync(swap, now, caller.Name, view.Stamp, SwapAudit.Ask(caller.Key, now, swap, setting), notices, cancellationToken) switch
        {
            SwapAsking.Written => Answer<SwapView>.Created(SwapView.Of(
                new StoredSwap(swap, now, caller.Name, now, caller.Name, []), setting, await warnings.OfAsync(swap, setting, cancellationToken))),
            SwapAsking.AlreadyAsked => SwapRefusals.AlreadyAsked,
            SwapAsking.Overtaken => null,
        };
    }

    private sealed record Parties(RoleScope Give, RoleScope Take, Person Giver, Person Taker);
}
