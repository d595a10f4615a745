using System.Globalization;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>Whom a step asks, as chosen.</summary>
internal sealed class TargetFields
{
    /// <summary><c>tier1</c> to <c>tier3</c>, <c>role</c>, <c>person</c>, <c>desk</c>; empty before one is chosen.</summary>
    public string? Type { get; set; }

    /// <summary>Which role, or whose employee number.</summary>
    public string? Ref { get; set; }

    /// <summary>A row in which nothing is chosen and nothing typed is left out.</summary>
    internal bool IsEmpty => Type.Filled() is null && Ref.Filled() is null;

    internal static TargetFields Of(StepTargetBody target) => new() { Type = target.Type + target.Tier?.ToString(CultureInfo.InvariantCulture), Ref = target.Ref };

    internal StepTargetBody ToBody() => Type switch
    {
        "tier1" or "tier2" or "tier3" => new("tier", Ref.Filled(), Type[^1] - '0'),
        _ => new(Type.Filled(), Ref.Filled()),
    };
}
