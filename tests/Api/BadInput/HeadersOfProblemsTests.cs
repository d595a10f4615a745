using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.BadInput;

/// <summary>What browsers are told to refuse, they are told by every answer, and most of all by those that went wrong.</summary>
public sealed class HeadersOfProblemsTests
{
    [Fact]
    public async Task Whatever_is_answered_says_what_browsers_are_to_refuse()
    {
        await using var host = await ApiHost.StartAsync();

        Tells(HttpStatusCode.OK, await host.Anonymous.GetPathAsync("/health/live"));
        Tells(HttpStatusCode.Unauthorized, await host.Anonymous.GetPathAsync("/api/v1/roles"));
        Tells(HttpStatusCode.NotFound, await host.Admin.GetPathAsync("/api/v1/nothing-here"));
        Tells(HttpStatusCode.BadRequest, await host.Admin.PutAsync("/api/v1/org-units/ward", "{"));
        Tells(HttpStatusCode.UnprocessableEntity, await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":7}"""));

        // Asked before the body is sent: a server that refuses it hangs up on whoever is still sending.
        using var large = new HttpRequestMessage(HttpMethod.Put, "/api/v1/org-units/ward") { Content = JsonRequests.Body($$"""{"name":"{{new string('x', 2_000_000)}}"}""") };
        large.Headers.ExpectContinue = true;
        Tells(HttpStatusCode.RequestEntityTooLarge, await host.Admin.SendAsync(large));
    }

    [Fact]
    public async Task So_does_an_answer_to_what_nobody_expected()
    {
        var clock = new BrokenClock();
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IClock>(clock));
        clock.Error = new InvalidOperationException("The clock has stopped.");

        var answer = await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""");

        Tells(HttpStatusCode.InternalServerError, answer);
        await ProblemAssert.IsAsync(HttpStatusCode.InternalServerError, "unexpected", answer);
    }

    private static void Tells(HttpStatusCode expected, HttpResponseMessage answer)
    {
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }
}
