using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Those who publish rosters, put in covers, and take both back, while pages run.</summary>
internal sealed class RosterKeepers(Front front, House house, Scene scene, Chance chance)
{
    private static readonly Caller Keeper = new("person:keeper", null, "Keeper", [new Grant(Permission.Scheduler, null)]);

    private readonly List<UploadId> _uploads = [];
    private readonly List<CoverId> _covers = [];

    private Process Outside => front.Outside;

    public void Start()
    {
        for (var changes = scene.RosterChanges; changes > 0; changes--)
        {
            Outside.Start(() => ChangeAsync(chance.Between(Duration.Zero, scene.Lively)));
        }
    }

    private async Task ChangeAsync(Duration at)
    {
        await Outside.Time.PassAsync(scene.Crowds ? scene.Together(scene.Opening + at) - scene.Opening : at);
        await (chance.Below(8) switch
        {
            < 3 => CoverAsync(),
            3 when _covers.Count > 0 => front.AskAsync(node => node.Get<RemoveCover>().RunAsync(Keeper, chance.Pick(_covers), CancellationToken.None)),
            4 when _uploads.Count > 0 => front.AskAsync(node => node.Get<RollBackRoster>().RunAsync(Keeper, chance.Pick(_uploads), CancellationToken.None)),
            _ => PublishAsync(),
        });
    }

    private async Task CoverAsync()
    {
        var role = chance.Pick(house.Roles);
        var (person, instead) = (chance.Pick(house.People), chance.OneIn(2) ? null : chance.Pick(house.People));
        var from = Outside.Loop.Now - Duration.FromMinutes(chance.OneIn(2) ? 1 : 0) + Duration.FromSeconds(chance.Between(0, 60));
        var request = new AddCoverRequest(
            role.Code, person.EmployeeNo, Text(from), Text(from + Duration.FromSeconds(chance.Between(20, 900))), instead?.EmployeeNo, "ill");
        var (answer, _) = await front.AskAsync(node => node.Get<AddCover>().RunAsync(Keeper, request, CancellationToken.None));
        if (answer is { Ok: true })
        {
            _covers.Add(new CoverId(answer.Value.Id));
        }
    }

    private async Task PublishAsync()
    {
        var atOnce = chance.OneIn(2);
        var request = new UploadRosterRequest(new RosterFile("roster.csv", Encoding.UTF8.GetBytes(Csv(chance.Pick(house.Roles)))), "UTC", Publish: atOnce);
        var (answer, _) = await front.AskAsync(node => node.Get<UploadRoster>().RunAsync(Keeper, request, CancellationToken.None));
        if (answer is not { Ok: true })
        {
            return;
        }

        var upload = new UploadId(answer.Value.Id);
        _uploads.Add(upload);
        if (!atOnce)
        {
            await Outside.Time.PassAsync(Duration.FromMilliseconds(chance.Between(1, 20_000)));
            _ = await front.AskAsync(node => node.Get<PublishRoster>().RunAsync(Keeper, upload, CancellationToken.None));
        }
    }

    // From a little before now to some time in the run, in one or two parts.
    private string Csv(Role role)
    {
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        var start = Outside.Loop.Now - Duration.FromSeconds(chance.Between(0, 120));
        for (var part = chance.Between(1, 2); part > 0; part--)
        {
            var end = start + Duration.FromSeconds(chance.Between(30, (int)scene.Length.TotalSeconds));
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role.Code},{chance.Pick(house.People).EmployeeNo},{Text(start)},{Text(end)},{(chance.OneIn(2) ? 1 : chance.Between(1, 3))}");
            start = end + Duration.FromSeconds(chance.OneIn(3) ? chance.Between(1, 60) : 0);
        }

        return csv.ToString();
    }

    private static string Text(Instant at) => InstantPattern.General.Format(at);
}
