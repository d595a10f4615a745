using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>Makes up what a run is about. One run in six is calm, so that the rules are held to without any allowance.</summary>
internal sealed class SceneBuilder(Chance chance, Instant opening)
{
    public Scene Build()
    {
        var pages = Enumerable.Range(0, chance.OneIn(4) ? 2 : chance.OneIn(12) ? 3 : 1).Select(_ => NextUrgency()).ToList();
        var lively = Lively(pages.Max());
        var scene = new Scene
        {
            Opening = opening,
            Crowds = chance.OneIn(2),
            WritesTogether = chance.OneIn(2),
            Nodes = chance.Pick([1, 1, 1, 2, 2, 3]),
            Lively = lively,
            Rest = Rest(pages),
            Pages = [.. pages.Select(urgency => (chance.Between(Duration.FromSeconds(2), lively / 3), urgency))],
            Takes = chance.Pick([0, 5, 15, 40]),
            Meddles = chance.Pick([0, 10, 30]),
            DispatcherActs = Some(3),
            StrangerActs = Some(3),
            RosterChanges = Some(3),
            DirectoryChanges = Some(2),
            OpenScreens = Some(2),
            ProviderTrouble = chance.Pick([0, 0, 10, 30, 80]),
            Receipts = chance.Pick([0, 30, 80]),
            Skew = chance.OneIn(2) ? Duration.Zero : Duration.FromMinutes(5),
            Sweeps = chance.OneIn(2) ? SweepSizes.Usual : new SweepSizes(chance.Between(1, 2), chance.Between(1, 4)),
            ClockWay = chance.OneIn(3) ? Duration.FromMilliseconds(chance.Between(1, 1_000)) : Duration.Zero,
        };
        return chance.OneIn(6) ? scene : WithTrouble(scene);
    }

    private Scene WithTrouble(Scene scene) => scene with
    {
        StatementFails = chance.Pick([0, 0, 5, 30, 100]),
        AnswerLost = chance.Pick([0, 0, 30, 150]),
        SlowDatabase = chance.Pick([0, 0, 10, 50]),
        DatabaseOutage = chance.OneIn(10) ? chance.Between(Duration.FromSeconds(1), Duration.FromSeconds(40)) : null,
        Crashes = chance.Pick([0, 0, 5, 20, 60]),
        Pauses = chance.Pick([0, 0, 5, 20]),
        Restarts = Some(2),
    };

    private int Some(int most) => chance.OneIn(2) ? 0 : chance.Between(1, most);

    private Urgency NextUrgency() => chance.Below(20) switch
    {
        < 9 => Urgency.Urgent,
        < 15 => Urgency.Code,
        < 18 => Urgency.CriticalResult,
        _ => Urgency.Routine,
    };

    // A code rings every 30 s and is seen to the end in minutes; the others take longer and ring less.
    private Duration Lively(Urgency most) => most == Urgency.Code
        ? chance.Between(Duration.FromSeconds(40), Duration.FromSeconds(150))
        : chance.Between(Duration.FromMinutes(3), Duration.FromMinutes(8));

    private static Duration Rest(List<Urgency> pages) => pages.Contains(Urgency.Code) ? Duration.FromMinutes(2)
        : pages.Contains(Urgency.CriticalResult) ? Duration.FromMinutes(31)
        : pages.Contains(Urgency.Urgent) ? Duration.FromMinutes(11)
        : Duration.FromMinutes(2);
}
