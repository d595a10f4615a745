using OnCall.Application.Directory;
using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a preset posts.</summary>
internal sealed class PresetForm
{
    internal const string Yes = "yes";
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

    /// <summary><see cref="Yes"/>, or null: a box that is not ticked posts nothing.</summary>
    public string? AsksWhere { get; set; }

    /// <summary>As <see cref="AsksWhere"/>.</summary>
    public string? Active { get; set; }

    internal static PresetForm Of(PresetView preset) => new()
    {
        Was = preset.Code, Seen = Shown.Mark(preset), Code = preset.Code, Name = preset.Name, OrgUnit = preset.OrgUnit, Urgency = preset.Urgency, Subject = preset.Subject,
        Body = preset.Body, Roles = string.Join('\n', preset.Roles.Select(r => r.Name)), AsksWhere = preset.AsksWhere ? Yes : null, Active = preset.Active ? Yes : null,
    };

    internal PutPresetRequest ToRequest() => new(
        Was.Filled() ?? Code.Filled(),
        Name,
        Urgency,
        [.. (Roles ?? "").Split('\n').Select(r => r.Filled()).OfType<string>()],
        OrgUnit.Filled(),
        Subject.Filled(),
        Body.Filled(),
        AsksWhere == Yes,
        Active == Yes);
}
