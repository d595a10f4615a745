using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory.Holidays;

/// <summary>Replaces the holidays of a unit. Hours of coverage that name them go by the new ones at once.</summary>
public sealed class PutHolidays(IOrgUnitStore units, IHolidays holidays, ReadHolidays read, RosterSignal signal, IClock clock)
{
    private static readonly PutHolidaysValidator Validator = new();

    public Task<Answer<HolidaysView>> RunAsync(Caller caller, string code, PutHolidaysRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return Raced.RetryAsync(Validator, request, () => TryAsync(caller, code, request, cancellationToken));
    }

    private async Task<Answer<HolidaysView>?> TryAsync(Caller caller, string code, PutHolidaysRequest request, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        if (tree.Find(code) is not { } unit)
        {
            return !AccessRules.MaySeeRoles(caller) ? DirectoryProblems.CannotSee()
                : DirectoryProblems.Unknown("unknown-org-unit", "No such unit", $"No unit has the code '{code}'.");
        }

        // An administrator may do what a scheduler may.
        if (!caller.May(Permission.Scheduler, tree.Above(unit.Id)))
        {
            return Refusal.Forbidden("Holidays are kept by the administrators and schedulers of the unit.");
        }

        var wanted = request.Holidays!.Select(h => new Holiday(LocalDatePattern.Iso.Parse(h.Date!).Value, h.Name!.Trim())).OrderBy(h => h.Date).ToList();
        var audit = DirectoryAudit.Entry(
            clock.GetCurrentInstant(), caller, "holidays.put", "org-unit:" + unit.Code, wanted.Select(h => new { date = LocalDatePattern.Iso.Format(h.Date), h.Name }));
        if (await holidays.ReplaceAsync(unit.Id, wanted, audit, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return await read.ViewAsync(tree, unit, cancellationToken);
    }
}
