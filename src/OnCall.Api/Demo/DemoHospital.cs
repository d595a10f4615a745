using NodaTime;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Presets;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;

namespace OnCall.Api.Demo;

/// <summary>Makes the demo hospital through the use cases that everybody else goes through. What is there already stays as it is.</summary>
internal sealed class DemoHospital(
    IDirectoryReads directory, IRosterReads rosters, PutOrgUnit putUnit, PutPerson putPerson, PutPolicy putPolicy, PutRole putRole, PutPreset putPreset, UploadRoster upload, IClock clock)
{
    private const string TimeZone = "Europe/Brussels";

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // The people come last: a seeding that was cut short is done again.
        if (await directory.FindPersonAsync(DemoPeople.You, cancellationToken) is null)
        {
            await SeedDirectoryAsync(cancellationToken);
        }

        await SeedRosterAsync(cancellationToken);
    }

    private async Task SeedDirectoryAsync(CancellationToken cancellationToken)
    {
        foreach (var unit in DemoRoles.Units(TimeZone))
        {
            Done(await putUnit.RunAsync(Caller.System, unit, cancellationToken));
        }

        foreach (var policy in DemoRoles.Policies())
        {
            Done(await putPolicy.RunAsync(Caller.System, policy, cancellationToken));
        }

        foreach (var role in DemoRoles.Roles())
        {
            Done(await putRole.RunAsync(Caller.System, role, cancellationToken));
        }

        foreach (var preset in DemoRoles.Presets())
        {
            Done(await putPreset.RunAsync(Caller.System, preset, cancellationToken));
        }

        foreach (var person in DemoPeople.All().Reverse())
        {
            Done(await putPerson.RunAsync(Caller.System, person, cancellationToken));
        }
    }

    private async Task SeedRosterAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var role = await directory.FindRoleAsync(DemoRoles.Cardiology, cancellationToken);
        if (role is null || (await rosters.LoadAsync([role.Id], now, now + Duration.FromDays(1), cancellationToken)).Of(role.Id).Shifts.Count > 0)
        {
            return;
        }

        var today = now.InZone(DateTimeZoneProviders.Tzdb[TimeZone]).Date;
        var file = new RosterFile("demo-roster.csv", DemoRoster.Csv(today));
        Done(await upload.RunAsync(Caller.System, new UploadRosterRequest(file, TimeZone, Publish: true), cancellationToken));
    }

    private static void Done<T>(Answer<T> answer)
    {
        if (!answer.Ok)
        {
            throw new InvalidOperationException($"The demo hospital cannot be made: {answer.Refusal.Detail} {string.Join(' ', answer.Refusal.Errors.Select(e => e.Field + ": " + e.Message))}");
        }
    }
}
