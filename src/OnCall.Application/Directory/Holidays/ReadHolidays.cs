using NodaTime.Text;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory.Holidays;

/// <summary>Shows the holidays of a unit to whoever works here.</summary>
public sealed class ReadHolidays(IOrgUnitStore units, IHolidays holidays)
{
    public async Task<Answer<HolidaysView>> RunAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var tree = await units.TreeAsync(cancellationToken);
        return tree.Find(code) is { } unit
            ? await ViewAsync(tree, unit, cancellationToken)
            : DirectoryProblems.Unknown("unknown-org-unit", "No such unit", $"No unit has the code '{code}'.");
    }

    internal async Task<HolidaysView> ViewAsync(OrgTree tree, OrgUnit unit, CancellationToken cancellationToken)
    {
        var above = tree.Above(unit.Id);
        var all = await holidays.OfUnitsAsync(above, cancellationToken);
        var shown = above.SelectMany(id => all.GetValueOrDefault(id, []).Select(h => new HolidayView(LocalDatePattern.Iso.Format(h.Date), h.Name, tree.Find(id)!.Code)))
            .OrderBy(h => h.Date, StringComparer.Ordinal).ToLookup(h => h.OrgUnit == unit.Code);
        return new HolidaysView(unit.Code, [.. shown[true]], [.. shown[false]]);
    }
}
