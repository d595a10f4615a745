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
        });
        return services;
    }

    internal static void MapScreens(this IEndpointRouteBuilder routes) =>
        routes.MapRazorPages().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
}
