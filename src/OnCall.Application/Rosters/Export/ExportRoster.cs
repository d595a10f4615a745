using NodaTime;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Export;

/// <summary>
/// The shifts in force as a file, without covers: uploaded again with the same zone it changes nothing. So it holds whole shifts only,
/// and where shifts overlap on and on it reaches beyond the time that was asked for.
/// </summary>
public sealed class ExportRoster(IEnumerable<IRosterExporter> exporters, RosterSelection selection, IRosterReads rosters, IRosterPeople people, HouseZone house)
{
    /// <summary>As many as an upload takes.</summary>
    private const int MostShifts = 100_000;
    private const string Usual = "csv";
    private static readonly Duration Margin = Duration.FromDays(31);

    /// <param name="format">The name of a format; null for CSV.</param>
    public async Task<Answer<RosterExport>> RunAsync(Caller caller, RosterQuery query, string? format, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(format) ? Usual : format.Trim();
        if (exporters.FirstOrDefault(e => string.Equals(e.Format, name, StringComparison.OrdinalIgnoreCase)) is not { } exporter)
        {
            return Refusal.Invalid(new InputProblem("format", $"Write one of: {string.Join(", ", exporters.Select(e => e.Format))}.", format));
        }

        var selected = await selection.FindAsync(caller, query, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var found = await ShiftsAsync(selected.Value, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var zones = found.Value.Select(f => f.Role.Scope.Zone).DefaultIfEmpty(selected.Value is [var one, ..] ? one.Scope.Zone : house.Zone).DistinctBy(z => z.Id).ToList();
        if (zones is not [var zone])
        {
            return OtherZones(zones);
        }

        var lines = await LinesAsync(found.Value, cancellationToken);
        return new RosterExport(FileName(query, selected.Value, zone, exporter.Format), exporter.ContentType, zone, target => exporter.Write(target, lines, zone));
    }

    private static Refusal OtherZones(List<DateTimeZone> zones)
    {
        var names = string.Join(", ", zones.Select(z => z.Id).Order(StringComparer.Ordinal));
        return Refusal.Invalid(new InputProblem("role", $"These roles live by several clocks ({names}), and a roster file has one. Ask role by role or unit by unit."));
    }

    private async Task<Answer<List<(SelectedRole Role, Shift Shift)>>> ShiftsAsync(IEnumerable<SelectedRole> roles, CancellationToken cancellationToken)
    {
        var found = new List<(SelectedRole, Shift)>();
        foreach (var role in roles.OrderBy(r => r.Scope.Role.Name, StringComparer.Ordinal))
        {
            found.AddRange((await WholeAsync(role, cancellationToken)).OrderBy(s => s.Start).ThenBy(s => s.Tier).ThenBy(s => s.Person.Value).Select(s => (role, s)));
            if (found.Count > MostShifts)
            {
                return Refusal.Invalid(new InputProblem("to", $"These are more than {MostShifts} shifts, which no upload takes. Ask for less time, role by role or unit by unit."));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<Shift>> WholeAsync(SelectedRole role, CancellationToken cancellationToken)
    {
        for (var margin = Margin; ; margin *= 4)
        {
            var (from, to) = (role.From - margin, role.To + margin);
            var view = await rosters.LoadAsync([role.Scope.Role.Id], from, to, cancellationToken);
            var whole = WholeShifts.Touching(view.Of(role.Scope.Role.Id).Shifts, role.From, role.To);

            // Beyond what was read there may be more that belongs to them.
            if ((from <= whole.Start && whole.End <= to) || whole.Shifts.Count > MostShifts)
            {
                return whole.Shifts;
            }
        }
    }

    private async Task<List<ExportedLine>> LinesAsync(List<(SelectedRole Role, Shift Shift)> found, CancellationToken cancellationToken)
    {
        var names = await people.ByIdAsync([.. found.Select(f => f.Shift.Person).Distinct()], cancellationToken);
        return found.ConvertAll(f => new ExportedLine(
            f.Role.Scope.Role.Name, PersonName.Of(names.GetValueOrDefault(f.Shift.Person)), f.Shift.Start, f.Shift.End, f.Shift.Tier, f.Shift.Label));
    }

    private static string FileName(RosterQuery query, SelectedRole[] selected, DateTimeZone zone, string format)
    {
        var of = !string.IsNullOrWhiteSpace(query.Role) ? selected[0].Scope.Role.Code : string.IsNullOrWhiteSpace(query.OrgUnit) ? "all" : query.OrgUnit.Trim();
        var plain = string.Concat(of.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var day = Array.Find(selected, s => s.Scope.Zone.Id == zone.Id) is { } first ? $"-{first.From.InZone(zone).Date:uuuu-MM-dd}" : "";
        return $"roster-{plain}{day}.{format}";
    }
}
