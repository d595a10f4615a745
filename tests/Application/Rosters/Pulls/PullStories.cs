using NodaTime;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notices;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Pulls;

public sealed class PullStories
{
    [Fact]
    public async Task A_fetched_roster_is_in_force_and_the_same_one_writes_nothing_more()
    {
        await using var pulls = await PullHouse.OpenAsync();

        var first = await pulls.BringAsync(PullHouse.Full);

        Assert.Equal((RosterPullOutcome.Published, UploadStatus.Published), (first.LastOutcome, await pulls.StatusAsync(first.LastUpload!.Value)));
        Assert.Equal("B2/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
        Assert.Equal(first.LastSuccessAt + Duration.FromHours(1), first.NextAt);
        Assert.Equal(0, await pulls.LookAsync(59));
        Assert.Equal(1, await pulls.LookAsync(1));
        var second = await pulls.ReadAsync();
        Assert.Equal((RosterPullOutcome.Unchanged, first.LastUpload), (second.LastOutcome, second.LastUpload));
        Assert.Equal(1, await pulls.House.UploadCountAsync());
        Assert.Equal("\"1\"", pulls.Fetch.Asked[^1].ETag);
    }

    [Fact]
    public async Task Other_bytes_that_say_the_same_write_nothing_either()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);

        var again = await pulls.BringAsync(PullHouse.Full + "\n");

        Assert.Equal(RosterPullOutcome.Unchanged, again.LastOutcome);
        Assert.Equal(1, await pulls.House.UploadCountAsync());
    }

    [Fact]
    public async Task A_failure_stands_as_an_alarm_and_is_told_once_until_a_success_clears_it()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        pulls.Fetch.Fails();

        await pulls.LookAsync();
        await pulls.LookAsync();

        Assert.Equal(["RosterPullFailed: The roster pull ward-rota changed nothing: The server answered 404."], await pulls.AlarmsAsync());
        var told = Assert.Single(await pulls.NoticesAsync());
        Assert.Equal((NoticeKind.RosterPullHeld, "OnCall: the roster pull ward-rota changed nothing. The server answered 404. The roster in force stays."), (told.Kind, told.Text));
        Assert.Equal("A1/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-12T12:00:00Z"));

        Assert.Equal(RosterPullOutcome.Unchanged, (await pulls.BringAsync(PullHouse.Full)).LastOutcome);
        Assert.Empty(await pulls.AlarmsAsync());
        pulls.Fetch.Fails();
        await pulls.LookAsync();
        Assert.Equal(2, (await pulls.NoticesAsync()).Count);
    }

    [Theory]
    [InlineData("ward-3/nurse,X9,2026-10-12 08:00,2026-10-13 08:00,1\n", "Row 2")]
    [InlineData("", "")]
    [InlineData("ward-4/nurse,A1,2026-10-12 08:00,2026-10-13 08:00,1\n", "Ward 4 – Nurse")]
    public async Task A_file_with_errors_without_shifts_or_of_another_unit_changes_nothing(string rows, string named)
    {
        await using var pulls = await PullHouse.OpenAsync();

        var view = await pulls.BringAsync(rows);

        Assert.Equal(RosterPullOutcome.Unreadable, view.LastOutcome);
        Assert.Contains(named, view.LastMessage, StringComparison.Ordinal);
        Assert.Equal(0, await pulls.House.UploadCountAsync());
        Assert.Single(await pulls.AlarmsAsync());
        Assert.Single(await pulls.NoticesAsync());
    }

    [Fact]
    public async Task Of_two_nodes_one_fetches()
    {
        await using var pulls = await PullHouse.OpenAsync();
        pulls.Fetch.Brings(PullHouse.Full);
        var other = pulls.OtherNode();

        var ran = await Task.WhenAll(pulls.LookAsync(0), other.Get<RunDueRosterPulls>().RunAsync(CancellationToken.None));

        Assert.Equal(1, ran.Sum());
        Assert.Single(pulls.Fetch.Asked);
    }

    [Fact]
    public async Task Who_dies_with_a_claim_is_stood_in_for_when_it_ends()
    {
        await using var pulls = await PullHouse.OpenAsync();
        pulls.Fetch.Answer = _ => throw new InvalidOperationException("The node dies.");
        Assert.Equal(0, await pulls.LookAsync(0));
        pulls.Fetch.Brings(PullHouse.Full);

        Assert.Equal(0, await pulls.LookAsync(4));
        Assert.Equal(1, await pulls.LookAsync(1));

        Assert.Equal(RosterPullOutcome.Published, (await pulls.ReadAsync()).LastOutcome);
    }

    [Fact]
    public async Task Without_a_success_for_two_days_it_is_stale()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        pulls.Fetch.Fails();

        pulls.House.Clock.Advance(Duration.FromHours(48) - Duration.FromMinutes(1));
        Assert.Empty(await pulls.AlarmsAsync());
        pulls.House.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(["RosterPullStale: The roster pull ward-rota has brought no roster for 48 hours."], await pulls.AlarmsAsync());

        await pulls.BringAsync(PullHouse.Full);
        Assert.Empty(await pulls.AlarmsAsync());
    }

    [Fact]
    public async Task One_that_fails_is_tried_each_hour_however_seldom_it_is_asked()
    {
        await using var pulls = await PullHouse.OpenAsync(with: false);
        await pulls.PutAsync(PullHouse.Request with { Every = 1440 });
        pulls.Fetch.Fails();

        await pulls.LookAsync(0);

        var view = await pulls.ReadAsync();
        Assert.Equal(view.LastTriedAt + Duration.FromHours(1), view.NextAt);
    }

    [Fact]
    public async Task A_file_that_is_still_written_is_looked_at_again_in_a_minute()
    {
        await using var pulls = await PullHouse.OpenAsync();
        pulls.Fetch.Answer = _ => new FetchedRoster(FetchResult.Settling) { Seen = "10 20 rota.csv" };

        await pulls.LookAsync(0);

        Assert.Equal(RosterPullOutcome.Waiting, (await pulls.ReadAsync()).LastOutcome);
        Assert.Empty(await pulls.AlarmsAsync());
        Assert.Equal(1, await pulls.LookAsync(1));
        Assert.Equal("10 20 rota.csv", pulls.Fetch.Asked[^1].Seen);
    }

    [Fact]
    public async Task One_that_is_off_is_not_fetched_and_raises_nothing()
    {
        await using var pulls = await PullHouse.OpenAsync(with: false);
        await pulls.PutAsync(PullHouse.Request with { Enabled = false });

        Assert.Equal(0, await pulls.LookAsync(60 * 72));
        Assert.Empty(await pulls.AlarmsAsync());
        Assert.Null((await pulls.ReadAsync()).NextAt);
    }
}
