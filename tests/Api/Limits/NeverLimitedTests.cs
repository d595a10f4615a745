using System.Net;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Limits;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Limits;

public sealed class NeverLimitedTests
{
    [Fact]
    public async Task These_and_no_other_doors_are_never_held_up()
    {
        await using var host = await ApiHost.StartAsync();

        var free = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} /{e.RoutePattern.RawText!.Trim('/')}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "GET /health/engine",
                "GET /health/live",
                "GET /health/ready",
                "POST /api/v1/pages",
                "POST /api/v1/pages/{id:guid}/acknowledge",
                "POST /api/v1/pages/{id:guid}/break-glass",
                "POST /api/v1/pages/{id:guid}/cancel",
                "POST /api/v1/pages/{id:guid}/decline",
                "POST /api/v1/pages/{id:guid}/escalate",
                "POST /api/v1/pages/{id:guid}/reroute",
                "POST /api/v1/pages/{id:guid}/resolve",
                "POST /api/v1/pages/{id:guid}/take-over",
                "POST /api/v1/presets/{code}/set-off",
                "POST /webhooks/twilio/sms",
                "POST /webhooks/twilio/status",
                "POST /webhooks/twilio/voice",
            ],
            free);
    }

    [Theory]
    [InlineData("10.0.3.7", "10.0.3.7")]
    [InlineData("::ffff:10.0.3.7", "10.0.3.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010db800010002")]
    [InlineData("2001:db8:1:2:bbbb::9", "20010db800010002")]
    [InlineData("2001:db8:1:3::1", "20010db800010003")]
    public void An_address_is_counted_by_what_its_owner_cannot_choose(string address, string network) =>
        Assert.Equal(network, LimitedCaller.NetworkOf(IPAddress.Parse(address)));
}
