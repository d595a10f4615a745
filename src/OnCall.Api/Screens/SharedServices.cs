using Microsoft.AspNetCore.Routing;

namespace OnCall.Api.Screens;

/// <summary>
/// The services of the whole program, for a container that adds its own: there is one of each singleton, made and disposed of by the
/// program. Routes and what the framework knows of them are not shared, and nothing is started twice.
/// </summary>
internal sealed class SharedServices(IServiceCollection services)
{
    private static readonly string[] NotShared = ["Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Mvc"];

    /// <param name="root">Of the program that runs.</param>
    public IServiceCollection Of(IServiceProvider root)
    {
        var shared = new ServiceCollection();
        var places = new Dictionary<(Type, object?), int>();
        foreach (var service in services.Where(IsShared))
        {
            var which = (service.ServiceType, service.ServiceKey);
            var place = places[which] = places.GetValueOrDefault(which, -1) + 1;
            ((ICollection<ServiceDescriptor>)shared).Add(IsMadeByTheProgram(service) ? Ask(root, service, place) : service);
        }

        return shared;
    }

    private static bool IsShared(ServiceDescriptor service) =>
        service.ServiceType != typeof(IHostedService)
        && !NotShared.Any(n => service.ServiceType.Assembly.GetName().Name!.StartsWith(n, StringComparison.Ordinal))
        && !(service.ServiceType is { IsGenericType: true } type && type.GetGenericArguments()[0] == typeof(RouteOptions));

    private static bool IsMadeByTheProgram(ServiceDescriptor service) =>
        service is { Lifetime: ServiceLifetime.Singleton, ServiceType.IsGenericTypeDefinition: false }
        && (service.IsKeyedService ? service.KeyedImplementationInstance : service.ImplementationInstance) is null;

    // By its place among those of its kind: a kind may have several, such as what configures an option.
    private static ServiceDescriptor Ask(IServiceProvider root, ServiceDescriptor service, int place) => service.IsKeyedService
        ? ServiceDescriptor.KeyedSingleton(service.ServiceType, service.ServiceKey, (_, key) => root.GetKeyedServices(service.ServiceType, key).ElementAt(place)!)
        : ServiceDescriptor.Singleton(service.ServiceType, _ => root.GetServices(service.ServiceType).ElementAt(place)!);
}
