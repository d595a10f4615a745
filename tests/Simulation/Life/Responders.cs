using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those whom pages ask. What they do when a message reaches them is up to chance; most often it is nothing.</summary>
internal sealed class Responders(Moves moves, House house, Scene scene, Chance chance, Process outside, Sight sight)
{
    public void Got(Call call)
    {
        if (call.Asks && outside.Loop.Now < sight.Start + scene.Lively)
        {
            outside.Start(() => ReactAsync(call));
        }
    }

    private async Task ReactAsync(Call call)
    {
        var takes = chance.Percent(scene.Takes);
        if (!takes && !chance.Percent(scene.Meddles))
        {
            return;
        }

        await outside.Time.PassAsync(Thought());
        if (sight.Notifications.Find(n => n.Id == call.Id) is not { } asked)
        {
            return;
        }

        if (asked.Person is not { } id)
        {
            await FromDeviceAsync(call, asked, takes);
            return;
        }

        var person = house.Find(id);
        if (call.Kind == ContactMethodKind.Voice && !chance.OneIn(3))
        {
            await moves.PressAsync(call, id, asked.Page, Key(takes));
        }
        else if (call.Kind == ContactMethodKind.Sms && chance.OneIn(2))
        {
            await moves.TextAsync(call.Message.Address, id, asked.Page, Body(call, takes));
        }
        else if (takes)
        {
            await moves.AcknowledgeAsync(person, asked.Page);
        }
        else
        {
            await (chance.Below(7) switch
            {
                6 => moves.SayAsync(person, asked.Page),
                < 4 => moves.DeclineAsync(person, asked.Page),
                4 => moves.EscalateAsync(house.CallerOf(person), asked.Page),
                _ => moves.RerouteAsync(person, asked.Page),
            });
        }
    }

    // Where the scene wants crowds people act on the same seconds, and so at the same instants as the engine's own steps.
    private Duration Thought()
    {
        var thought = Duration.FromMilliseconds(chance.Between(1, chance.OneIn(3) ? 3_000 : 60_000));
        return scene.Crowds ? scene.Together(outside.Loop.Now + thought) - outside.Loop.Now : thought;
    }

    // Whoever holds it can only write back, or press a key.
    private Task FromDeviceAsync(Call call, SeenNotification asked, bool takes) =>
        call.Kind == ContactMethodKind.Sms ? moves.TextAsync(call.Message.Address, null, asked.Page, Body(call, takes))
        : call.Kind == ContactMethodKind.Voice ? moves.PressAsync(call, null, asked.Page, Key(takes))
        : Task.CompletedTask;

    private string? Key(bool takes) => chance.OneIn(10) ? null : takes ? "1" : "2";

    private string Body(Call call, bool takes)
    {
        var word = takes ? chance.Pick(["Y", "yes", "On my way", Patient.Reply]) : chance.Pick(["N", "Not me", "who is this?"]);
        return chance.OneIn(3) ? word : $"{call.Text.Reference} {word}";
    }
}
