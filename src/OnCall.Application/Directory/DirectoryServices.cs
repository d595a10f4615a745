using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Directory;

/// <summary>The use cases of the directory and of access.</summary>
internal static class DirectoryServices
{
    internal static IServiceCollection AddDirectory(this IServiceCollection services) => services;
}
