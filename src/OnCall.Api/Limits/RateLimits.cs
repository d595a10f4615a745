using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using OnCall.Api.Description;

namespace OnCall.Api.Limits;

/// <summary>Holds up callers who ask too much. What a patient may be waiting for is never held up.</summary>
internal static class RateLimits
{
    // Screens by which pages are sent, acknowledged and steered.
    private static readonly string[] FreeScreens = ["/page", "/pages", "/presets", "/board"];

    // By which a page is taken from a message; what took nothing is counted afterwards.
    private const string Links = "/a";

    internal static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitSettings>().BindConfiguration("OnCall:Limits")
            .Validate(s => s.Right, "OnCall__Limits__* are numbers a minute: 0 or more, 0 for no limit.").ValidateOnStart();
        services.AddSingleton<RoutinePages>();
        services.AddSingleton<LinkTries>();
        services.AddRateLimiter(o => o.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitSettings>>((limiter, settings) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, LimitedCaller>(context => Bucket(context, settings.Value));
            limiter.OnRejected = static (rejected, _) =>
            {
                TellWhen(rejected.HttpContext, rejected.Lease);
                return ValueTask.CompletedTask;
            };
        });
        return services;
    }

    /// <summary>For what may never be held up.</summary>
    internal static TBuilder NeverLimited<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.DisableRateLimiting();

    /// <summary>Tells in the description that callers who ask too much are refused, wherever they are.</summary>
    internal static RouteGroupBuilder Limited(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(static endpoint =>
        {
            if (!endpoint.Metadata.OfType<DisableRateLimitingAttribute>().Any())
            {
                foreach (var told in Describing.Refusals(ProblemTypes.TooManyRequests))
                {
                    endpoint.Metadata.Add(told);
                }
            }
        });
        return group;
    }

    /// <summary>A minute's worth is there at once, and comes back evenly.</summary>
    /// <param name="aMinute">0 for no limit.</param>
    internal static RateLimitPartition<LimitedCaller> Bucket(LimitedCaller caller, int aMinute) => aMinute == 0
        ? RateLimitPartition.GetNoLimiter(caller)
        : RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = aMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / aMinute,
            QueueLimit = 0,
        });

    /// <summary>Says in the answer when to come again (RFC 9110, 10.2.3).</summary>
    internal static void TellWhen(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static RateLimitPartition<LimitedCaller> Bucket(HttpContext context, LimitSettings settings)
    {
        if (IsFree(context.Request))
        {
            return RateLimitPartition.GetNoLimiter(default(LimitedCaller));
        }

        var caller = LimitedCaller.Of(context);
        return Bucket(caller, caller.Kind switch
        {
            LimitedKind.Free => 0,
            LimitedKind.Key => settings.PerKey,
            LimitedKind.Person => settings.PerPerson,
            LimitedKind.Address => settings.PerAddress,
            LimitedKind.SignIn => settings.SignInsPerAddress,
        });
    }

    private static bool IsFree(HttpRequest request) =>
        request.Path.StartsWithSegments(Links, StringComparison.Ordinal) || (HttpMethods.IsPost(request.Method) && IsFreeScreen(request.Path));

    private static bool IsFreeScreen(PathString path) => path == "/" || Array.Exists(FreeScreens, p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
}
