using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens;

public sealed class FirstScreenTests
{
    [Fact]
    public async Task Screens_that_could_not_be_made_once_are_made_by_the_next_call()
    {
        var calls = 0;
        await using var host = await ApiHost.StartAsync(services: s => s.Configure<RazorPagesOptions>(_ =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                throw new IOException("too many open files");
            }
        }));

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Admin.GetPathAsync("/board")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync("/board")).StatusCode);
    }

    [Fact]
    public async Task Many_who_ask_for_the_first_screen_at_one_moment_all_get_it()
    {
        var calls = 0;
        await using var host = await ApiHost.StartAsync(services: s => s.Configure<RazorPagesOptions>(_ => Interlocked.Increment(ref calls)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.Admin.GetPathAsync("/board")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, calls);
    }
}
