using NodaTime;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Swaps;

/// <summary>However swaps follow each other, each hour has exactly the holders that a board of letters has.</summary>
public sealed class SwapProperties(ITestOutputHelper output)
{
    private const int Hours = 48;
    private const int Rounds = 400;
    private const string People = "ABCDE";

    [Fact]
    public void Every_swap_that_is_let_through_moves_its_own_places_and_nobody_else()
    {
        var (inForce, kept) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (done, refused) = Play(new Random(seed), seed);
            (inForce, kept) = (inForce + done, kept + refused);
        }

        output.WriteLine($"{inForce} swaps in force, {kept} kept away since others would have changed with them");
        Assert.True(inForce > 5 * Rounds && kept > 0);
    }

    [Fact]
    public void A_cover_over_a_place_that_was_given_away_would_move_a_third_person_and_is_seen()
    {
        // A gives the first place to B and takes the second from D; a cover for A would reach both.
        var ward = new Ward().On('A', 8, 20).On('D', 8, 20, tier: 2).Cover('B', 'A', 8, 20).Cover('A', 'D', 8, 20, tier: 2);
        var cover = new Cover(new CoverId(new Guid(99, 5, 0, new byte[8])), Ward.Role, Ward.Person('E'), Ward.Person('A'), 2, Ward.Hour(8), Ward.Hour(20), "", Ward.Hour(1));

        Assert.Equal("B1 A2", ward.Who(10));
        Assert.False(SwapPlaces.ChangesThatAlone(ward.Roster, cover));
    }

    private static (int Done, int Refused) Play(Random chance, int seed)
    {
        var model = new SwapModel(Hours);
        var ward = new Ward();
        Publish(chance, ward, model);
        var (done, refused, covers) = (0, 0, new List<Cover>());
        for (var step = 0; step < 30; step++)
        {
            var from = chance.Next(Hours - 1);
            var to = Math.Min(Hours, from + 1 + chance.Next(8));
            var roster = ward.Roster with { Covers = covers };
            var on = RosterResolver.Resolve(roster, Ward.Hour(from)).Responders;
            var (giver, taker) = (Ward.Letter(on[chance.Next(on.Count)].Person), People[chance.Next(People.Length)]);
            if (giver == taker || SwapPlaces.TierOver(roster, Ward.Person(giver), Ward.Hour(from), Ward.Hour(to)) is not { } tier
                || SwapPlaces.IsOnWithin(roster, Ward.Person(taker), Ward.Hour(from), Ward.Hour(to)))
            {
                continue;
            }

            var side = new SwapSide(Ward.Role, tier, Ward.Person(giver), Ward.Person(taker), Ward.Hour(from), Ward.Hour(to));
            var cover = side.ToCover(new CoverId(new Guid(step + 1, 5, 0, new byte[8])), "swap", Ward.Midnight + Duration.FromMinutes(step));
            if (!SwapPlaces.ChangesThatAlone(roster, cover))
            {
                refused++;
                continue;
            }

            covers.Add(cover);
            model.Give(giver, taker, tier, from, to);
            done++;
            var timeline = RoleTimeline.Of(ward.Roster with { Covers = covers });
            for (var hour = 0; hour < Hours; hour++)
            {
                Assert.True(model.At(hour) == Ward.Names(timeline.At(Ward.Hour(hour)).Responders), $"seed {seed}, step {step}, hour {hour}");
            }
        }

        return (done, refused);
    }

    private static void Publish(Random chance, Ward ward, SwapModel model)
    {
        // Tier 1 is of A, B and C, tier 2 of D and E, so that nobody is on both.
        foreach (var (tier, people) in new[] { (1, "ABC"), (2, "DE") })
        {
            for (var from = 0; from < Hours;)
            {
                var to = Math.Min(Hours, from + 4 + chance.Next(12));
                var person = people[chance.Next(people.Length)];
                ward.On(person, from, to, tier);
                model.Publish(person, tier, from, to);
                from = to;
            }
        }
    }
}
