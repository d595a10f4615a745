using System.Globalization;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>Whom a step asks, as chosen.</summary>
internal sealed class TargetFields
{
    /// <summary><c>tier1</c> to <c>tier3</c>, <c>role</c>, <c>person</c>, <c>desk</c>; empty is nobody, and left out.</summary>
    public string? Type { get; set; }

    /// <summary>Which role, or whose employee number.</summary>
    public string? Ref { get; set; }

    internal static TargetFields Of(StepTargetBody target) => new() { Type = target.Type + target.Tier?.ToString(CultureInfo.InvariantCulture), Ref = target.Ref };

    internal StepTargetBody ToBody() => Type switch
    {
        "tier1" or "tier2" or "tier3" => new("tier", null, Type[^1] - '0'),
        "role" or "person" => new(Type, Ref.Filled()),
        _ => new(Type),
    };
}
