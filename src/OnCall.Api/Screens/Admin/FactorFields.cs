using OnCall.Application.Access.SecondFactor;

namespace OnCall.Api.Screens.Admin;

/// <summary>Who must have a second factor, as ticked.</summary>
internal sealed class FactorFields
{
    public List<string> Permissions { get; set; } = [];

    public List<string> OrgUnits { get; set; } = [];

    /// <summary>Stands for what the form was filled from (<see cref="OnCall.Application.Directory.Shown"/>).</summary>
    public string? Seen { get; set; }

    internal SecondFactorRulesBody ToBody() => new(Permissions, OrgUnits);
}
