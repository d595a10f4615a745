using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace OnCall.Api.Screens;

/// <summary>The screens: Razor Pages that work as plain HTML, with every action a form post.</summary>
internal static class ScreenServices
{
    internal static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddScoped<ScreenZones>();
        services.AddSingleton<StaleFormFilter>();
        services.AddSingleton<PrivateScreenFilter>();
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Screens";
            o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute<StaleFormFilter>());
            o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute<PrivateScreenFilter>());
        }).ConfigureApplicationPartManager(WithoutControllers);
        return services;
    }

    internal static void MapScreens(this IEndpointRouteBuilder routes) =>
        routes.MapRazorPages().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));

    // There are none; the search for them loads every type of this program and of the framework's screens.
    private static void WithoutControllers(ApplicationPartManager parts)
    {
        foreach (var provider in parts.FeatureProviders.OfType<ControllerFeatureProvider>().ToList())
        {
            parts.FeatureProviders.Remove(provider);
        }
    }
}
