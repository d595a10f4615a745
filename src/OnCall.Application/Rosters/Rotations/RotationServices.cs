using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>The use cases of rotations.</summary>
internal static class RotationServices
{
    internal static IServiceCollection AddRotations(this IServiceCollection services) => services
        .AddSingleton<RotationPlanner>()
        .AddSingleton<RotationReview>()
        .AddSingleton<PutRotation>()
        .AddSingleton<EndRotation>()
        .AddSingleton<ReadRotations>()
        .AddSingleton<ExtendRotations>();
}
