using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Auth;
using OnCall.Api.Auth.SetUp;
using OnCall.Api.Demo;
using OnCall.Api.Endpoints.Rosters;
using OnCall.Api.Https;
using OnCall.Api.Json;
using OnCall.Api.Limits;
using OnCall.Api.Metrics;
using OnCall.Api.Problems;
using OnCall.Api.Refusals;
using OnCall.Api.Screens;
using OnCall.Api.Settings;
using OnCall.Api.Streams;
using OnCall.Api.Watch;
using OnCall.Application.Paging.Links;
using OnCall.Application.Retention;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Paper;
using OnCall.Application.Rosters.Pulls;

namespace OnCall.Api.Composition;

/// <summary>What the web side is made of.</summary>
internal static class WebServices
{
    /// <summary>The largest body in bytes, unless an endpoint says otherwise (<see cref="RequestLimits"/>).</summary>
    internal const int LargestBody = 1024 * 1024;

    internal static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddFrame();
        services.AddAccess(builder.Configuration);
        services.AddRateLimits();
        services.AddHostedService<FirstStart>();
        services.AddSingleton<DemoHospital>().AddSingleton<DemoKey>().AddHostedService<DemoStart>();
        services.AddSingleton<SetUpCode>().AddHostedService(s => s.GetRequiredService<SetUpCode>());

        // Bad input reaches ExceptionProblems, which names the field, instead of an empty 400.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(o => o.ValueCountLimit = 256);
        services.AddOnCallOpenApi();
        services.AddMetricsOfOnCall();
        services.AddStreams();
        services.AddSingleton<ResolvedBodies>();
        services.AddSingleton(new SharedServices(services));

        // Files of the screens are found when run from the build folder too.
        builder.WebHost.UseStaticWebAssets();
    }

    /// <summary>What every kind of node has: settings that are checked at the start, a listener, answers to what goes wrong.</summary>
    internal static void AddFrame(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OnCallOptions>().BindConfiguration(OnCallOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OnCallOptions>, OnCallOptionsValidator>();
        services.AddSingleton(s => new HouseZone(DateTimeZoneProviders.Tzdb[s.GetRequiredService<IOptions<OnCallOptions>>().Value.TimeZone]));
        services.AddSingleton(s => new PullPlaces([.. s.GetRequiredService<IOptions<OnCallOptions>>().Value.Rosters.PullFolders]));
        services.AddSingleton(s => PlaceOf(s.GetRequiredService<IOptions<OnCallOptions>>().Value));
        services.AddSingleton(s => RetentionPace.Usual with { Hour = s.GetRequiredService<IOptions<OnCallOptions>>().Value.Retention.Hour });
        StartChecks.Add(builder);
        services.AddHttps();
        services.AddHostedService<IdleMemory>();
        services.AddSingleton<Leaving>().AddHostedService(s => s.GetRequiredService<Leaving>());
        services.Configure<HostOptions>(o => o.ShutdownTimeout = StopSettings.Whole);
        services.AddSingleton<RefusalLog>();
        services.AddWatch();
        services.AddSingleton(LinksOf);
        services.AddExceptionHandler<ExceptionProblems>();
        services.ConfigureHttpJsonOptions(o => JsonConventions.Apply(o.SerializerOptions));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestBody;
        });
    }

    private static ILinkWriter LinksOf(IServiceProvider services) => services.GetRequiredService<IOptions<OnCallOptions>>().Value is { AcknowledgeLinks: true, PublicUrl: { } url }
        ? ActivatorUtilities.CreateInstance<LinkWriter>(services, url.TrimEnd('/'))
        : new NoLinks();

    private static PaperPlace PlaceOf(OnCallOptions options) =>
        new(string.IsNullOrWhiteSpace(options.Paper.Folder) ? Path.Combine(options.DataDirectory, "paper") : options.Paper.Folder);
}
