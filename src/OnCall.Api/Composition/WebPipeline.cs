using OnCall.Api.Auth;
using OnCall.Api.Endpoints;
using OnCall.Api.Endpoints.Feeds;
using OnCall.Api.Health;
using OnCall.Api.Https;
using OnCall.Api.Metrics;
using OnCall.Api.Problems;
using OnCall.Api.Refusals;
using OnCall.Api.Screens;
using OnCall.Api.Settings;
using OnCall.Api.Webhooks;
using OnCall.Application;

namespace OnCall.Api.Composition;

/// <summary>The way of a request.</summary>
internal static class WebPipeline
{
    /// <summary>Checks the settings, then serves until it is told to stop.</summary>
    internal static Task RunCheckedAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<StartChecks>().Run(app);
        return app.RunAsync();
    }

    /// <summary>A worker answers about its health and, to a key, how much it does. It has nothing else to say.</summary>
    internal static void UseWorker(this WebApplication app)
    {
        app.UseFrame();
        app.UseHttps();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapEngineHealth();
        app.MapMetrics();
    }

    internal static void UseWeb(this WebApplication app)
    {
        app.UseFrame();
        app.UseHttps();
        app.UseKnownCharsets();
        app.UseBrokenForms();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<SessionForgery>();
        app.UseAntiforgery();
        app.UseMiddleware<ScreensOnFirstCall>();

        app.MapHealth();
        app.MapEngineHealth();
        app.MapMetrics();
        app.MapTwilio();
        app.MapFeeds();
        app.MapSignIn();
        app.MapDescription();
        app.MapApi();
    }

    private static void UseFrame(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Leaving>().InvokeAsync);
        app.UseSecurityHeaders();
        app.UseMiddleware<RefusalWatch>();
        app.Use((context, next) =>
        {
            WrittenSoFar.Begin();
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = StatusProblems.WriteAsync,
            SuppressDiagnosticsCallback = c => c.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(c => StatusProblems.WriteAsync(c.HttpContext));
    }
}
