using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those who send pages. Where no answer comes they send again under the same key; some do so anyway.</summary>
internal sealed class Senders(Front front, House house, Scene scene, Chance chance, Sight sight)
{
    private const int MostTries = 15;
    private static readonly Caller Lab = new("integration:lab", null, "Lab", [new Grant(Permission.Staff, null)]);

    /// <summary>How a page is answered to its sender.</summary>
    public Action<PageId>? Sent { get; set; }

    public void Start()
    {
        for (var number = 1; number <= scene.Pages.Count; number++)
        {
            var (key, page) = ($"key-{number}", scene.Pages[number - 1]);
            var caller = chance.OneIn(3) ? Lab : house.CallerOf(chance.Pick(house.People));
            var role = chance.Pick(house.Roles);
            var request = Write(role, page.Urgency, number);
            front.Outside.Start(() => SendAsync(caller, key, request, page.At));
            if (chance.OneIn(5))
            {
                // A second press of the same button.
                front.Outside.Start(() => SendAsync(caller, key, request, page.At + Duration.FromMilliseconds(chance.OneIn(2) ? 0 : chance.Between(1, 60_000))));
            }
        }
    }

    private SendPageRequest Write(Role role, Urgency urgency, int number) => new(
        role.Code, urgency.ToName(), $"{Patient.Name} {number}", Patient.Ward, Patient.Number, chance.OneIn(2) ? "+32 2 555 0199" : null, chance.OneIn(2) ? [Patient.Reply] : null);

    private async Task SendAsync(Caller caller, string key, SendPageRequest request, Duration at)
    {
        await front.Outside.Time.PassAsync(scene.Crowds ? scene.Together(scene.Opening + at) - scene.Opening : at);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var began = front.Outside.Loop.Now;
            var (answer, broke) = await front.AskAsync(node => node.Get<SendPage>().RunAsync(caller, key, request, CancellationToken.None));
            _ = UrgencyNames.TryParse(request.Urgency, out var urgency);
            var page = answer is { Ok: true } ? new PageId(answer.Value!.Id) : (PageId?)null;
            sight.Sends.Add(new Send(
                key, request.Subject!, urgency, caller.Person, began, front.Outside.Loop.Now, page, answer?.Value?.Reference, broke ?? answer!.Refusal?.Type ?? "ok"));
            if (page is { } sent)
            {
                Sent?.Invoke(sent);
                return;
            }

            await front.Outside.Time.PassAsync(chance.Between(Duration.FromMilliseconds(200), Duration.FromSeconds(4)));
        }
    }
}
