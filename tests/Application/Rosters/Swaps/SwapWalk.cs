using NodaTime;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Swaps;

/// <summary>Anybody does anything in any order, as a seed draws it; after each act everybody is on whom a roster of its own says.</summary>
internal sealed class SwapWalk(SwapHouse house, int seed)
{
    private static readonly string[] Nurses = ["A1", "B2", "C3"];
    private readonly Random _random = new(seed);
    private readonly WalkedRoster _roster = new(Nurses);
    private readonly List<(Answer<SwapView> Asked, SwapState State, IReadOnlyList<Guid> Covers)> _swaps = [];

    /// <summary>How often each thing happened, so that a walk that goes nowhere is seen.</summary>
    public Dictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    public async Task GoAsync(int acts)
    {
        for (var act = 0; act < acts; act++)
        {
            var done = await ActAsync();
            Happened[done] = Happened.GetValueOrDefault(done) + 1;
            for (var day = 0; day < _roster.Days; day++)
            {
                var on = await house.WhoAsync(At(day));
                Assert.True(string.Join(' ', _roster.On(day).Select(p => $"{p}/1")) == Sorted(on), $"Seed {seed}, act {act}, {done}, day {day}: on are {on}, should be {string.Join(' ', _roster.On(day))}.");
            }
        }
    }

    private static string At(int day) => $"2026-10-{13 + day}T12:00+02:00";

    private static string Sorted(string on) => string.Join(' ', on.Split(' ').Order(StringComparer.Ordinal));

    private async Task<string> ActAsync() => _random.Next(20) switch
    {
        < 6 => await AskAsync(),
        < 13 => await AnswerAsync(),
        < 15 => await PublishAsync(),
        < 17 => await CoverAsync(),
        < 18 => await RemoveAsync(),
        _ => await WatchAsync(),
    };

    private async Task<string> AskAsync()
    {
        // Mostly something that may be asked: else nothing would ever come of it.
        var day = Day();
        var by = Mostly() ? _roster.On(day)[0] : Nurse();
        var with = Mostly() ? Nurses.FirstOrDefault(n => !_roster.On(day).Contains(n)) ?? Nurse() : Nurse();
        var back = Enumerable.Range(0, _roster.Days).Where(d => _roster.On(d).Contains(with) && !_roster.On(d).Contains(by)).Select(d => (int?)d).FirstOrDefault();
        var take = _random.Next(3) == 0 ? null : At(Mostly() && back is { } fits ? fits : Day());
        var asked = await house.AskAsync(by, with, At(day), take: take);
        if (!asked.Ok)
        {
            return "not asked";
        }

        Assert.Contains(by, _roster.On(day));
        Assert.DoesNotContain(with, _roster.On(day));
        _swaps.Add((asked, SwapState.Asked, []));
        return "asked";
    }

    /// <summary>Whoever answers, wherever the swap stands: only what is theirs and next moves it.</summary>
    private async Task<string> AnswerAsync()
    {
        if (_swaps.Count == 0)
        {
            return "nothing to answer";
        }

        // Mostly of the latest, whose story is not over yet.
        var i = _random.Next(3) == 0 ? _random.Next(_swaps.Count) : _swaps.Count - 1;
        var (asked, state, _) = _swaps[i];
        var (giver, taker) = (asked.Value!.Give.From.EmployeeNo, asked.Value.Give.To.EmployeeNo);
        (SwapAct Act, string By)[] all =
        [
            (SwapAct.Accept, taker), (SwapAct.Decline, taker), (SwapAct.Withdraw, giver), (SwapAct.Approve, "S1"), (SwapAct.Refuse, "S1"), (SwapAct.Accept, Nurse()), (SwapAct.Approve, Nurse()),
        ];
        var (act, by) = !Mostly() ? all[_random.Next(all.Length)] : state == SwapState.Accepted ? (SwapAct.Approve, "S1") : (SwapAct.Accept, taker);
        var moved = await house.ActAsync(by, asked, act);
        if (!moved.Ok)
        {
            return $"{act} refused";
        }

        var may = (act, state) switch
        {
            (SwapAct.Accept, SwapState.Asked) or (SwapAct.Decline, SwapState.Asked) => by == taker,
            (SwapAct.Withdraw, SwapState.Asked or SwapState.Accepted) => by == giver,
            (SwapAct.Approve or SwapAct.Refuse, SwapState.Accepted) => by == "S1",
            _ => false,
        };
        Assert.True(may, $"Seed {seed}: {by} could {act} a swap that was {state}.");
        if (moved.Value!.State == SwapState.InForce)
        {
            PutInForce(moved.Value);
        }

        _swaps[i] = (asked, moved.Value.State, moved.Value.Covers);
        return moved.Value.State.ToString();
    }

    private void PutInForce(SwapView swap)
    {
        var sides = new[] { swap.Give, swap.Take }.OfType<SwapSideView>().ToList();
        Assert.Equal(sides.Count, swap.Covers.Count);
        foreach (var (side, cover) in sides.OrderBy(s => s.Start).Zip(swap.Covers))
        {
            var day = DayOf(side.Start);
            var before = _roster.On(day);
            Assert.Contains(side.From.EmployeeNo, before);
            _roster.Cover(cover, day, side.To.EmployeeNo, side.From.EmployeeNo);
            Assert.Equal(before.Select(p => p == side.From.EmployeeNo ? side.To.EmployeeNo : p).Order(StringComparer.Ordinal), _roster.On(day));
        }
    }

    private async Task<string> PublishAsync()
    {
        var (day, person) = (Day(), Nurse());
        Assert.True((await house.House.UploadAsync($"{SwapHouse.Role},{person},2026-10-{13 + day} 08:00,2026-10-{13 + day} 20:00,1\n")).Ok);
        _roster.Publish(day, person);
        return "published";
    }

    private async Task<string> CoverAsync()
    {
        var (day, person, instead) = (Day(), Nurse(), Nurse());
        house.House.Clock.Advance(Duration.FromSeconds(1));
        var cover = await house.House.CoverAsync(SwapHouse.Role, person, $"2026-10-{13 + day}T08:00", $"2026-10-{13 + day}T20:00", instead);
        if (!cover.Ok)
        {
            return "not covered";
        }

        _roster.Cover(cover.Value.Id, day, person, instead);
        return "covered";
    }

    private async Task<string> RemoveAsync()
    {
        if (_swaps.FirstOrDefault(s => s.Covers.Count > 0) is not { Covers: { } covers } || covers.Count == 0)
        {
            return "nothing to remove";
        }

        var removed = await house.House.Get<RemoveCover>().RunAsync(house.As("S1"), new CoverId(covers[_random.Next(covers.Count)]), CancellationToken.None);
        _roster.Remove(covers);
        return removed.Ok ? "taken back" : "gone already";
    }

    /// <summary>After a look no swap is open whose giver is no longer on.</summary>
    private async Task<string> WatchAsync()
    {
        var closed = await house.WatchAsync();
        foreach (var (asked, _, _) in _swaps)
        {
            if (SwapRules.IsOpen(await house.StateAsync(asked)))
            {
                var sides = new[] { asked.Value!.Give, asked.Value.Take }.OfType<SwapSideView>();
                Assert.All(sides, s => Assert.Contains(s.From.EmployeeNo, _roster.On(DayOf(s.Start))));
            }
        }

        return closed > 0 ? "void" : "looked";
    }

    private static int DayOf(Instant start) => start.InUtc().Day - 13;

    private int Day() => _random.Next(_roster.Days);

    private bool Mostly() => _random.Next(4) > 0;

    private string Nurse() => Nurses[_random.Next(Nurses.Length)];
}
