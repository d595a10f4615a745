using OnCall.Application.Access.SecondFactor;

namespace OnCall.Api.Screens.Admin;

/// <summary>Who must have a second factor, as ticked.</summary>
internal sealed class FactorFields
{
    public List<string> Permissions { get; set; } = [];

    public List<string> OrgUnits { get; set; } = [];

    internal SecondFactorRulesBody ToBody() => new(Permissions, OrgUnits);
}
