using OnCall.Domain.Paging;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;

namespace OnCall.Data.Presets;

/// <summary>A role of a preset, with the preset: one statement reads both, so that none is ever read between two writings of its roles.</summary>
internal sealed class PresetRow
{
    public PresetId PresetId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public OrgUnitId? OrgUnit { get; set; }

    public string Urgency { get; set; } = "";

    public string? Subject { get; set; }

    public string? Body { get; set; }

    public bool AsksWhere { get; set; }

    public bool Active { get; set; }

    public int Ordinal { get; set; }

    public RoleId RoleId { get; set; }

    internal static IEnumerable<Preset> Presets(IEnumerable<PresetRow> rows) =>
        from row in rows
        orderby row.Ordinal
        group row by row.PresetId into roles
        let first = roles.First()
        orderby first.Code
        select new Preset(
            first.PresetId, first.Code, first.Name, first.OrgUnit, Enum.Parse<Urgency>(first.Urgency), first.Subject, first.Body, [.. roles.Select(r => r.RoleId)],
            first.AsksWhere, first.Active);
}
