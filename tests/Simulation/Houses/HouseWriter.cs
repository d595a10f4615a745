using NodaTime;
using OnCall.Application;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data;
using OnCall.Data.Directory;
using OnCall.Data.Rosters;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;

namespace OnCall.Simulation.Tests.Houses;

/// <summary>Puts a hospital into the database through the stores, before anything can go wrong.</summary>
internal sealed class HouseWriter(Database database, IIdSource ids)
{
    public async Task WriteAsync(House house, Instant now)
    {
        var audit = new AuditEntry(now, "system", "set-up", "house", "{}");
        var (roles, people, policies) = (new RoleStore(database), new PersonStore(database), new PolicyStore(database));
        foreach (var person in house.People)
        {
            _ = await people.SaveAsync(person, house.Grants.TryGetValue(person.Id, out var grant) ? [grant] : [], isNew: true, audit, CancellationToken.None, person.Preferences);
        }

        foreach (var policy in house.Policies)
        {
            _ = await policies.SaveAsync(policy, isNew: true, audit, CancellationToken.None);
        }

        // Twice, since a fallback may be a role that is not there yet.
        foreach (var role in house.Roles)
        {
            _ = await roles.SaveAsync(role with { FallbackRole = null }, isNew: true, audit, CancellationToken.None);
        }

        foreach (var role in house.Roles.Where(r => r.FallbackRole is not null))
        {
            _ = await roles.SaveAsync(role, isNew: false, audit, CancellationToken.None);
        }

        await PublishAsync(house, now, audit, new RosterUploadStore(database, roles, people, ids));
    }

    private async Task PublishAsync(House house, Instant now, AuditEntry audit, RosterUploadStore uploads)
    {
        if (house.Shifts.Count == 0)
        {
            return;
        }

        var plan = RosterPublication.Plan([], house.Shifts);
        var upload = new RosterUpload(
            new UploadId(ids.NewId()), now, "Set-up", "first.csv", "", "UTC", "csv", "utf-8", house.Shifts.Count, house.Shifts.Count, UploadStatus.Published, plan.Changes, [], now);
        var stamp = await new RosterStore(database, new RosterPeopleStore(database)).StampAsync(CancellationToken.None);
        if (!await uploads.PublishAsync(new RosterPublishing(upload, IsPreview: false, new RosterDraft("", [], [], house.Shifts), plan, stamp, audit), CancellationToken.None))
        {
            throw new InvalidOperationException("The first roster could not be published.");
        }
    }
}
