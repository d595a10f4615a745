using NodaTime;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those who make people inactive, and take or give the proof of an address, while pages run.</summary>
internal sealed class DirectoryKeepers(Front front, House house, Scene scene, Chance chance)
{
    public void Start()
    {
        for (var changes = scene.DirectoryChanges; changes > 0; changes--)
        {
            front.Outside.Start(() => ChangeAsync(chance.Between(Duration.Zero, scene.Lively)));
        }
    }

    private async Task ChangeAsync(Duration at)
    {
        await front.Outside.Time.PassAsync(scene.Crowds ? scene.Together(scene.Opening + at) - scene.Opening : at);
        var person = chance.Pick(house.People);
        var grants = house.Grants.TryGetValue(person.Id, out var grant) ? grant.Permission : Permission.Staff;
        var request = new PutPersonRequest(
            person.EmployeeNo, person.Name, [.. person.ContactMethods.Select(m => new ContactMethodInput(KebabCase.Of(m.Kind.ToString()), m.Address, chance.OneIn(2)))],
            Active: chance.OneIn(2), Permissions: [new GrantInput(KebabCase.Of(grants.ToString()))]);
        _ = await front.AskAsync(node => node.Get<PutPerson>().RunAsync(Caller.System, request, CancellationToken.None));
    }
}
