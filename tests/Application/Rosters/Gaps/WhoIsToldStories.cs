using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Gaps;

/// <summary>The point is that a human is told.</summary>
public sealed class WhoIsToldStories
{
    [Fact]
    public async Task Without_schedulers_the_administrators_are_told()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("x1", Permission.Admin, null, ContactMethodKind.Mail);
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-14 21:00");

        Assert.Equal(["Wed 20:00 mail-x1"], house.Sent);
    }

    [Fact]
    public async Task Where_the_nearest_schedulers_cannot_be_reached_the_next_are_told_and_theirs_stands_in_OnCall()
    {
        await using var house = await GapHouse.OpenAsync();
        var sam = await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology);
        await house.PersonAsync("h1", Permission.Scheduler, house.Hospital, ContactMethodKind.Sms);
        await house.PersonAsync("x1", Permission.Admin, null, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-14 21:00");

        Assert.Equal(["Wed 20:00 sms-h1"], house.Sent);
        Assert.Null(Assert.Single(await house.NoticesOfAsync(sam)).SentAt);
    }

    [Fact]
    public async Task Where_every_way_to_the_nearest_has_failed_the_next_are_told()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms, ContactMethodKind.Snpp);
        await house.PersonAsync("h1", Permission.Scheduler, null, ContactMethodKind.Push);
        await house.House.UploadAsync(GapHouse.WithHole);
        house.Answers(ContactMethodKind.Sms, DeliveryStatus.FailedForGood);
        house.Answers(ContactMethodKind.Snpp, DeliveryStatus.Indeterminate);

        await house.PassAsync("2026-10-14 21:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Wed 20:05 snpp-s1", "Wed 20:10 push-h1"], house.Sent);
    }

    [Fact]
    public async Task A_dead_channel_is_tried_five_times_and_the_pager_is_next()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Snpp, ContactMethodKind.Sms, ContactMethodKind.Voice);
        await house.House.UploadAsync(GapHouse.WithHole);
        house.Answers(ContactMethodKind.Sms, DeliveryStatus.FailedForNow);

        await house.PassAsync("2026-10-14 22:00");

        Assert.Equal(
            ["Wed 20:00 sms-s1", "Wed 20:05 sms-s1", "Wed 20:10 sms-s1", "Wed 20:15 sms-s1", "Wed 20:25 sms-s1", "Wed 20:30 snpp-s1"], house.Sent);
    }

    [Fact]
    public async Task An_hour_ahead_a_call_is_made_where_nothing_else_works()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms, ContactMethodKind.Voice);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-17 18:30");
        house.Answers(ContactMethodKind.Sms, DeliveryStatus.FailedForGood);

        await house.PassAsync("2026-10-17 19:30");

        Assert.Equal(["Wed 20:00 sms-s1", "Fri 20:00 sms-s1", "Sat 19:00 sms-s1", "Sat 19:05 voice-s1"], house.Sent);
    }

    [Fact]
    public async Task What_is_still_to_be_sent_of_a_gap_is_withdrawn_when_it_is_filled()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms, ContactMethodKind.Snpp);
        await house.House.UploadAsync(GapHouse.WithHole);
        house.Answers(ContactMethodKind.Sms, DeliveryStatus.FailedForNow);
        await house.PassAsync("2026-10-14 20:05");

        await house.FillAsync();
        await house.PassAsync("2026-10-14 22:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Wed 20:05 sms-s1"], house.Sent);
    }

    [Fact]
    public async Task A_gap_that_nobody_could_be_told_of_stands_on_the_board_and_so_does_one_within_the_hour()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology);
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-16 19:00");
        Assert.Empty(await BoardAsync(house));
        await house.PassAsync("2026-10-16 20:30");
        Assert.Equal(["GapUntold cardiology/duty"], await BoardAsync(house));
        await house.PersonAsync("s2", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.PassAsync("2026-10-17 19:10");
        Assert.Equal(["RosterGap cardiology/duty"], await BoardAsync(house));
        await house.FillAsync();
        await house.PassAsync("2026-10-17 19:15");
        Assert.Empty(await BoardAsync(house));
    }

    [Fact]
    public async Task The_board_says_when_the_gap_is_and_who_knows()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-17 23:00");

        var alarm = Assert.Single(await new WatchedGaps(house.House.Get<IGapWarnings>()).ObserveAsync([], house.Now, CancellationToken.None));
        Assert.Equal($"Nobody is on {GapHouse.RoleName} from Sat 17 Oct 20:00 to Sun 18 Oct 08:00. Told: Scheduler s1.", alarm.Detail);
        Assert.Equal(AlarmSeverity.Serious, alarm.Severity);
    }

    [Fact]
    public async Task A_role_that_nobody_has_ever_been_on_rings_nowhere_and_is_no_matter_of_the_board()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Voice, ContactMethodKind.Sms, ContactMethodKind.Snpp);

        await house.PassAsync("2026-10-13 08:00");

        Assert.Equal(["Mon 08:00 sms-s1"], house.Sent);
        Assert.Empty(await BoardAsync(house));
    }

    [Fact]
    public async Task A_message_whose_sender_died_is_sent_again_by_another()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-14 19:55");
        house.House.Clock.Advance(Duration.FromMinutes(5));
        house.House.Time.Advance(TimeSpan.FromMinutes(5));
        await house.House.Get<WarnOfGaps>().RunAsync(CancellationToken.None);
        var outbox = house.House.Get<INoticeOutbox>();
        Assert.NotNull(await outbox.ClaimAsync(ContactMethodKind.Sms, "dead", house.Now, house.Now + Duration.FromSeconds(10), CancellationToken.None));

        await house.BeatAsync();
        Assert.Empty(house.Sent);
        house.House.Clock.Advance(Duration.FromSeconds(10));
        await house.BeatAsync();

        Assert.Equal(["Wed 20:00 sms-s1"], house.Sent);
    }

    private static async Task<IEnumerable<string>> BoardAsync(GapHouse house) =>
        (await new WatchedGaps(house.House.Get<IGapWarnings>()).ObserveAsync([], house.Now, CancellationToken.None)).Select(a => $"{a.Kind} {a.Subject}").Order(StringComparer.Ordinal);
}
