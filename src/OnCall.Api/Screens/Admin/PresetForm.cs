using OnCall.Application.Directory;
using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a preset posts.</summary>
internal sealed class PresetForm
{
    internal const string Example = "cardiac-arrest";

    /// <summary>The code of the preset that is changed; empty for a new one.</summary>
    public string? Was { get; set; }

    /// <summary>Stands for what the form was filled from (<see cref="Shown"/>).</summary>
    public string? Seen { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? OrgUnit { get; set; }

    public string? Urgency { get; set; } = "code";

    public string? Subject { get; set; }

    public string? Body { get; set; }

    /// <summary>One a line: codes, names or aliases.</summary>
    public string? Roles { get; set; }

    public bool AsksWhere { get; set; }

    /// <summary>It can be called.</summary>
    public bool Active { get; set; }

    internal static PresetForm Of(PresetView preset) => new()
    {
        Was = preset.Code, Seen = Shown.Mark(preset), Code = preset.Code, Name = preset.Name, OrgUnit = preset.OrgUnit, Urgency = preset.Urgency, Subject = preset.Subject,
        Body = preset.Body, Roles = string.Join('\n', preset.Roles.Select(r => r.Name)), AsksWhere = preset.AsksWhere, Active = preset.Active,
    };

    internal PutPresetRequest ToRequest() => new(
        Was.Filled() ?? Code.Filled(),
        Name,
        Urgency,
        [.. (Roles ?? "").Split('\n').Select(r => r.Filled()).OfType<string>()],
        OrgUnit.Filled(),
        Subject.Filled(),
        Body.Filled(),
        AsksWhere,
        Active);
}
