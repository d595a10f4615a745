using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Pulls;

public sealed class PullGuardStories
{
    private const string Quarter = "ward-3/nurse,C3,2026-10-12 08:00,2026-10-16 08:00,1\nward-3/doctor,C3,2026-10-12 08:00,2026-10-16 08:00,1\n";

    [Fact]
    public async Task A_file_that_shrinks_by_more_than_half_is_held_and_told_once_until_somebody_publishes_it()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);

        var held = await pulls.BringAsync(Quarter);
        Assert.Equal((RosterPullOutcome.Held, UploadStatus.Preview), (held.LastOutcome, await pulls.StatusAsync(held.LastUpload!.Value)));
        Assert.Equal("A1/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-12T12:00:00Z"));
        Assert.Single(await pulls.AlarmsAsync());
        Assert.Contains($"{held.LastUpload}", Assert.Single(await pulls.NoticesAsync()).Text, StringComparison.Ordinal);

        await pulls.LookAsync();
        Assert.Equal(held.LastUpload, (await pulls.ReadAsync()).LastUpload);
        Assert.Equal(2, await pulls.House.UploadCountAsync());
        Assert.Single(await pulls.NoticesAsync());

        Assert.True((await pulls.House.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(held.LastUpload.Value), CancellationToken.None)).Ok);
        Assert.Empty(await pulls.AlarmsAsync());
        Assert.Equal("C3/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-12T12:00:00Z"));
        await pulls.LookAsync();
        Assert.Equal((RosterPullOutcome.Unchanged, held.LastUpload), ((await pulls.ReadAsync()).LastOutcome, (await pulls.ReadAsync()).LastUpload));
        Assert.Equal(RosterPullOutcome.Published, (await pulls.BringAsync(Quarter.Replace("C3", "B2", StringComparison.Ordinal))).LastOutcome);
    }

    [Fact]
    public async Task While_it_is_held_it_is_told_once_a_day_with_the_newest_file()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        var held = await pulls.BringAsync(Quarter);

        for (var hour = 0; hour < 22; hour++)
        {
            await pulls.LookAsync();
        }

        var newer = await pulls.BringAsync(Quarter.Replace("C3", "B2", StringComparison.Ordinal));
        Assert.NotEqual(held.LastUpload, newer.LastUpload);
        Assert.Single(await pulls.NoticesAsync());

        await pulls.LookAsync();
        Assert.Contains($"{newer.LastUpload}", (await pulls.NoticesAsync())[0].Text, StringComparison.Ordinal);
        await pulls.LookAsync();
        Assert.Equal(2, (await pulls.NoticesAsync()).Count);
    }

    [Fact]
    public async Task What_was_held_and_published_by_hand_is_what_the_next_file_is_compared_with()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        var held = await pulls.BringAsync(Quarter);
        await pulls.House.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(held.LastUpload!.Value), CancellationToken.None);

        Assert.Equal(RosterPullOutcome.Published, (await pulls.BringAsync(Quarter.Replace("C3", "B2", StringComparison.Ordinal))).LastOutcome);
        Assert.Equal("B2/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
    }

    [Fact]
    public async Task A_file_that_lacks_a_role_is_held_though_it_would_change_nothing_and_lets_go_by_itself()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);

        Assert.Equal(RosterPullOutcome.Held, (await pulls.BringAsync(PullHouse.Nurse1 + PullHouse.Nurse2)).LastOutcome);

        Assert.Equal(RosterPullOutcome.Unchanged, (await pulls.BringAsync(PullHouse.Full)).LastOutcome);
        Assert.Empty(await pulls.AlarmsAsync());
    }

    [Fact]
    public async Task A_role_that_is_missing_and_was_published_by_hand_is_held_no_more()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        var held = await pulls.BringAsync(PullHouse.Nurse1 + PullHouse.Nurse2);

        await pulls.House.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(held.LastUpload!.Value), CancellationToken.None);

        Assert.Empty(await pulls.AlarmsAsync());
        await pulls.LookAsync();
        Assert.Equal(RosterPullOutcome.Unchanged, (await pulls.ReadAsync()).LastOutcome);
    }

    [Fact]
    public async Task A_correction_by_hand_stays_until_the_file_says_something_new_and_is_then_not_undone_silently()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        Assert.True((await pulls.House.UploadAsync("ward-3/nurse,C3,2026-10-13 08:00,2026-10-14 08:00,1\n")).Ok);

        await pulls.LookAsync();
        Assert.Equal(RosterPullOutcome.Unchanged, (await pulls.ReadAsync()).LastOutcome);
        await pulls.LookAsync(60 * 24);
        Assert.Equal((RosterPullOutcome.Unchanged, 0), ((await pulls.ReadAsync()).LastOutcome, (await pulls.AlarmsAsync()).Count));

        var held = await pulls.BringAsync(PullHouse.Full + "ward-3/nurse,A1,2026-10-16 08:00,2026-10-17 08:00,1\n");
        Assert.Equal(RosterPullOutcome.Held, held.LastOutcome);
        Assert.Contains("undo", Assert.Single(await pulls.NoticesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("C3/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
    }

    [Fact]
    public async Task A_file_that_takes_the_correction_over_is_published()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        await pulls.House.UploadAsync("ward-3/nurse,C3,2026-10-13 08:00,2026-10-14 08:00,1\n");

        var next = PullHouse.Full.Replace("ward-3/nurse,B2,2026-10-13", "ward-3/nurse,C3,2026-10-13", StringComparison.Ordinal);
        var view = await pulls.BringAsync(next + "ward-3/nurse,A1,2026-10-16 08:00,2026-10-17 08:00,1\n");

        Assert.Equal(RosterPullOutcome.Published, view.LastOutcome);
        Assert.Equal("C3/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
    }

    [Fact]
    public async Task What_was_rolled_back_by_hand_is_not_brought_back()
    {
        await using var pulls = await PullHouse.OpenAsync();
        var first = await pulls.BringAsync(PullHouse.Full);
        await pulls.House.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(first.LastUpload!.Value), CancellationToken.None);

        await pulls.LookAsync();
        Assert.Equal("", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
        Assert.Equal(RosterPullOutcome.Held, (await pulls.BringAsync(PullHouse.Full + "\nward-3/nurse,A1,2026-10-16 08:00,2026-10-17 08:00,1\n")).LastOutcome);
    }

    [Fact]
    public async Task Covers_stay_in_force_over_what_is_fetched()
    {
        await using var pulls = await PullHouse.OpenAsync();
        await pulls.BringAsync(PullHouse.Full);
        Assert.True((await pulls.House.CoverAsync("ward-3/nurse", "C3", "2026-10-13T08:00", "2026-10-14T08:00", "B2")).Ok);

        Assert.Equal(RosterPullOutcome.Published, (await pulls.BringAsync(PullHouse.Full + "ward-3/nurse,A1,2026-10-16 08:00,2026-10-17 08:00,1\n")).LastOutcome);

        Assert.Equal("C3/1", await pulls.House.WhoAsync("ward-3/nurse", "2026-10-13T12:00:00Z"));
    }
}
