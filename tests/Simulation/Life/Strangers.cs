using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Anybody at all, at a page that may not ask them: wrong numbers, forwarded links, people who passed it on before.</summary>
internal sealed class Strangers(Moves moves, House house, Scene scene, Chance chance, Process outside, Sight sight)
{
    public void Knows(PageId page)
    {
        for (var acts = scene.StrangerActs; acts > 0; acts--)
        {
            outside.Start(() => ActAsync(page, chance.Between(Duration.FromMilliseconds(1), scene.Lively)));
        }
    }

    private async Task ActAsync(PageId page, Duration after)
    {
        var at = outside.Loop.Now + after;
        await outside.Time.PassAsync((scene.Crowds ? scene.Together(at) : at) - outside.Loop.Now);
        var somebody = chance.Pick(house.People);
        await (chance.Below(6) switch
        {
            < 2 => moves.AcknowledgeAsync(somebody, page),
            2 => moves.DeclineAsync(somebody, page),
            3 => moves.TextAsync("+15559999", null, page, $"{Reference(page)} Y"),
            _ => moves.TextAsync(NumberOf(somebody.ContactMethods), somebody.Id, page, chance.OneIn(2) ? $"{Reference(page)} Y" : "Y"),
        });
    }

    private string Reference(PageId page) => sight.Sends.Find(s => s.Page == page)?.Reference ?? "#ZZZZ";

    private string NumberOf(IReadOnlyList<ContactMethod> methods) =>
        methods.FirstOrDefault(m => m.Kind == ContactMethodKind.Sms)?.Address ?? $"+1555{chance.Between(1, 20):0000}";
}
