using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Webhooks;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Away;

/// <summary>The database goes away at one moment or another: whoever asked is told what is known, and nothing that is not.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task Before_anything_was_written_it_is_said_that_nothing_was_done()
    {
        var clock = new BrokenClock();
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IClock>(clock));
        clock.Error = new DatabaseAwayException("It does not answer.");

        var answer = await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""");

        await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, "database-away", answer);
        Assert.Equal("5", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task Where_a_commit_was_not_answered_it_is_said_that_nobody_knows()
    {
        var clock = new BrokenClock();
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IClock>(clock));
        clock.Error = new OutcomeUnknownException("It broke off in the commit.");

        await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, "outcome-unknown", await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}"""));
    }

    [Fact]
    public async Task Where_it_is_known_that_nothing_was_done_something_else_that_was_written_on_the_way_changes_nothing()
    {
        var signal = new AwaySignal();
        await using var house = await CallingHouse.OpenAsync(services: s => s.AddSingleton<IWorkSignal>(signal));
        var page = await house.PageAsync();
        signal.Error = new StoreSlowException();
        signal.IsAway = true;

        var answer = await house.Host.Admin.PostAsync($"/api/v1/pages/{page.Text("id")}/acknowledge", """{"by":"V1"}""");

        await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, "database-away", answer);
    }

    [Fact]
    public async Task An_acknowledgement_that_was_written_is_never_said_not_to_be_done()
    {
        var signal = new AwaySignal();
        await using var house = await CallingHouse.OpenAsync(services: s => s.AddSingleton<IWorkSignal>(signal));
        var page = await house.PageAsync();
        signal.IsAway = true;

        var answer = await house.Host.Admin.PostAsync($"/api/v1/pages/{page.Text("id")}/acknowledge", """{"by":"V1"}""");

        await ProblemAssert.IsAsync(HttpStatusCode.ServiceUnavailable, "outcome-unknown", answer);
        Assert.Equal("acknowledged", (await house.ReadAsync(page)).Text("state"));
    }

    [Fact]
    public async Task Whoever_answers_by_telephone_hears_that_it_is_not_known()
    {
        var signal = new AwaySignal();
        await using var house = await CallingHouse.OpenAsync(services: s => s.AddSingleton<IWorkSignal>(signal));
        await house.PageAsync();
        await house.HearAsync();
        signal.IsAway = true;

        Assert.Contains("It is not known whether you have it. Call the desk.", await house.HearAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_whoever_answers_by_sms()
    {
        var signal = new AwaySignal();
        await using var house = await CallingHouse.OpenAsync(services: s => s.AddSingleton<IWorkSignal>(signal));
        await house.PageAsync();
        house.Host.Clock.Advance(Duration.FromMinutes(3));
        await house.WorkAsync();
        signal.IsAway = true;

        using var answer = await house.PostAsync("/webhooks/twilio/sms", TwilioWebhook.Sms("+15557002", "Y"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("It is not known whether you have it. Call the desk.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_yes_counts_although_it_cannot_be_written_that_the_number_takes_sms_again(bool waits)
    {
        await using var house = await CallingHouse.OpenAsync(services: s => s.AddSingleton<IOptOuts>(new AwayOptOuts(waits)));
        var page = await house.PageAsync();
        house.Host.Clock.Advance(Duration.FromMinutes(3));
        await house.WorkAsync();

        using var answer = await house.PostAsync("/webhooks/twilio/sms", TwilioWebhook.Sms("+15557002", "YES"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("not known", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("acknowledged", (await house.ReadAsync(page)).Text("state"));
    }

    /// <param name="waits">Whether it never ends; else it fails.</param>
    private sealed class AwayOptOuts(bool waits) : IOptOuts
    {
        public Task<bool> OptOutAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken) => OptInAsync(kind, address, now, cancellationToken);

        public Task<bool> OptInAsync(ContactMethodKind kind, string address, Instant now, CancellationToken cancellationToken) =>
            waits ? new TaskCompletionSource<bool>().Task : Task.FromException<bool>(new DatabaseAwayException("It does not answer."));
    }

    /// <summary>As when the database goes away just after a write: what is written is signalled first of all.</summary>
    private sealed class AwaySignal : IWorkSignal
    {
        public bool IsAway { get; set; }

        public Exception Error { get; set; } = new DatabaseAwayException("It does not answer.");

        public void PagesChanged(IReadOnlyCollection<PageId> pages)
        {
            if (IsAway)
            {
                throw Error;
            }
        }
    }
}
