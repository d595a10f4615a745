using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those at the desk, and senders who change their mind.</summary>
internal sealed class Dispatchers(Moves moves, House house, Scene scene, Chance chance, Process outside)
{
    private readonly List<Person> _people = [.. house.People.Where(p => house.Grants.TryGetValue(p.Id, out var g) && g.Permission is Permission.Dispatcher or Permission.Admin)];

    /// <summary>A page is known: some time later somebody does something with it.</summary>
    public void Knows(PageId page)
    {
        for (var acts = scene.DispatcherActs; acts > 0; acts--)
        {
            outside.Start(() => ActAsync(page, chance.Between(Duration.FromMilliseconds(1), scene.Lively)));
        }
    }

    private async Task ActAsync(PageId page, Duration after)
    {
        var at = outside.Loop.Now + after;
        await outside.Time.PassAsync((scene.Crowds ? scene.Together(at) : at) - outside.Loop.Now);
        var by = chance.Pick(_people);
        await (chance.Below(12) switch
        {
            < 3 => moves.TakeOverAsync(by, page),
            < 5 => moves.EscalateAsync(house.CallerOf(by), page),
            < 7 => moves.RerouteAsync(by, page),
            7 => moves.ResolveAsync(by, page),
            8 => moves.CancelAsync(by, page),
            9 => moves.AcknowledgeAsync(by, page),
            _ => moves.CalledInAsync(by, chance.Pick(house.People), page),
        });
    }
}
