using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.WebEncoders;
using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Screens;

/// <summary>The screens: Razor Pages that work as plain HTML, with every action a form post.</summary>
internal static class ScreenServices
{
    internal static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddScoped<ScreenZones>();
        services.AddScoped<Texts>();

        // Names and words of every script go out as they are: five times shorter than as character references, and just as safe.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
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
