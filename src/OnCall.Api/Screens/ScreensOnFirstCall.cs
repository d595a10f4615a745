using Microsoft.AspNetCore.Builder;
using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Screens;

/// <summary>
/// The screens are made when somebody asks for one: a node that only serves the API, or only runs the engine at night, is 8 MiB smaller
/// without them. Whatever no endpoint takes and is not of the API may be a screen.
/// </summary>
internal sealed class ScreensOnFirstCall(RequestDelegate next, IServiceProvider services, SharedServices shared)
{
    private object? _making;
    private Screens? _screens;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<OpenScreen>() is not null)
        {
            context.SetEndpoint(null);
        }

        if (context.GetEndpoint() is not null || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var outside = context.RequestServices;

        // Once, whoever calls meanwhile; but what failed is made again by the next call, where a lazy value would keep the failure for ever.
        var screens = LazyInitializer.EnsureInitialized(ref _screens, ref _making, () => Make(services, shared));
        await using var scope = screens.Services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        scope.ServiceProvider.GetRequiredService<Texts>().For(context);
        try
        {
            await screens.Answer(context);
        }
        finally
        {
            context.RequestServices = outside;
        }
    }

    private static Screens Make(IServiceProvider services, SharedServices shared)
    {
        var own = shared.Of(services).AddScreens().BuildServiceProvider();
        var pipeline = new ApplicationBuilder(own);
        pipeline.UseRouting();
        pipeline.UseAuthorization();
        pipeline.UseAntiforgery();
        pipeline.UseEndpoints(routes => routes.MapScreens());
        return new Screens(own, pipeline.Build());
    }

    private sealed record Screens(IServiceProvider Services, RequestDelegate Answer);
}
