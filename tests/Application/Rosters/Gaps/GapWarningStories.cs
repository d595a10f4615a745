using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Access;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Gaps;

/// <summary>A publication leaves a hole on Saturday night, from 20:00 to 08:00.</summary>
public sealed class GapWarningStories
{
    private const string Hole = "from Sat 17 Oct 20:00 to Sun 18 Oct 08:00";

    [Fact]
    public async Task Schedulers_are_warned_of_a_gap_72_h_24_h_and_1_h_ahead()
    {
        await using var house = await GapHouse.OpenAsync();
        var sam = await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms, ContactMethodKind.Voice, ContactMethodKind.Snpp);
        await house.PersonAsync("h1", Permission.Scheduler, house.Hospital, ContactMethodKind.Sms);
        await house.PersonAsync("x1", Permission.Admin, null, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-18 09:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Fri 20:00 sms-s1", "Sat 19:00 sms-s1", "Sat 19:00 snpp-s1"], house.Sent);
        var notices = await house.NoticesOfAsync(sam);
        Assert.Equal(
            [
                $"OnCall: nobody is on {GapHouse.RoleName} {Hole} (in 72 h). Please fill the gap.",
                $"OnCall: nobody is on {GapHouse.RoleName} {Hole} (in 24 h). Please fill the gap.",
                $"OnCall: nobody is on {GapHouse.RoleName} {Hole} (in 60 min). Please fill the gap.",
            ],
            notices.Select(n => n.Text));
        Assert.Equal([NoticeUrgency.Quiet, NoticeUrgency.Quiet, NoticeUrgency.Ringing], notices.Select(n => n.Urgency));
    }

    [Fact]
    public async Task A_gap_that_is_filled_is_told_no_further_and_those_who_know_it_read_so_in_OnCall()
    {
        await using var house = await GapHouse.OpenAsync();
        var sam = await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-16 22:00");

        await house.FillAsync();
        await house.PassAsync("2026-10-18 09:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Fri 20:00 sms-s1"], house.Sent);
        var last = (await house.NoticesOfAsync(sam))[^1];
        Assert.Equal((NoticeKind.GapFilled, $"OnCall: the gap on {GapHouse.RoleName} {Hole} is filled. Nothing more to do."), (last.Kind, last.Text));
        Assert.Null(last.SentAt);
    }

    [Fact]
    public async Task A_gap_that_opens_again_is_told_again()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-15 12:00");
        await house.FillAsync();
        await house.PassAsync("2026-10-15 13:00");

        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-15 14:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Thu 13:00 sms-s1"], house.Sent);
    }

    [Fact]
    public async Task A_gap_that_is_seen_late_is_told_once_as_what_it_has_reached()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        house.House.Clock.Advance(Duration.FromHours(122));
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-18 09:00");

        Assert.Equal(["Sat 10:00 sms-s1", "Sat 19:00 sms-s1"], house.Sent);
    }

    [Fact]
    public async Task A_gap_that_has_begun_is_told_at_once()
    {
        await using var house = await GapHouse.OpenAsync();
        var sam = await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        house.House.Clock.Advance(Duration.FromHours(134));
        await house.House.UploadAsync(GapHouse.WithHole);

        await house.PassAsync("2026-10-18 09:00");

        Assert.Equal(["Sat 22:00 sms-s1"], house.Sent);
        Assert.EndsWith($"{Hole} (it has begun). Please fill the gap.", Assert.Single(await house.NoticesOfAsync(sam)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_that_grows_is_told_anew_and_one_that_shrinks_a_little_is_not()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-15 12:00");

        await house.House.UploadAsync($"{GapHouse.Role},A1,2026-10-10 08:00,2026-10-17 20:20,1\n");
        await house.PassAsync("2026-10-15 13:00");
        await house.House.UploadAsync($"{GapHouse.Role},A1,2026-10-10 08:00,2026-10-17 20:20,1\n{GapHouse.Role},B2,2026-10-18 09:00,2026-12-10 08:00,1\n");
        await house.PassAsync("2026-10-15 14:00");

        Assert.Equal(["Wed 20:00 sms-s1", "Thu 13:00 sms-s1"], house.Sent);
    }

    [Fact]
    public async Task Many_gaps_of_one_lead_are_one_notice()
    {
        await using var house = await GapHouse.OpenAsync();
        var sam = await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        var days = string.Concat(Enumerable.Range(13, 4).Select(d => $"{GapHouse.Role},A1,2026-10-{d:00} 08:00,2026-10-{d:00} 20:00,1\n"));
        await house.House.UploadAsync($"{GapHouse.Role},A1,2026-10-10 08:00,2026-10-12 20:00,1\n{days}{GapHouse.Role},A1,2026-10-17 08:00,2026-12-10 08:00,1\n");

        await house.BeatAsync();

        Assert.Equal(["Mon 08:00 sms-s1", "Mon 08:00 sms-s1"], house.Sent);
        var notices = await house.NoticesOfAsync(sam);
        Assert.Contains(notices, n => n.Text == $"OnCall: nobody is on {GapHouse.RoleName} from Mon 12 Oct 20:00 to Tue 13 Oct 08:00 (in 12 h). Please fill the gap.");
        Assert.Contains(notices, n => n.Text.StartsWith($"OnCall: 2 gaps in the next 72 h, the first: {GapHouse.RoleName} from Tue 13 Oct 20:00 to Wed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_tell_it_once()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-14 19:55");
        house.House.Clock.Advance(Duration.FromMinutes(5));
        house.House.Time.Advance(TimeSpan.FromMinutes(5));
        var other = house.OtherNode();

        for (var beat = 0; beat < 3; beat++)
        {
            await Task.WhenAll(new[] { house.House, other }.Select(node => Task.Run(async () =>
            {
                await node.Get<WarnOfGaps>().RunAsync(CancellationToken.None);
                await node.Get<SendNotices>().RunAsync(CancellationToken.None);
            })));
        }

        Assert.Equal(["Wed 20:00 sms-s1"], house.Sent);
    }

    [Fact]
    public async Task A_coordinator_sees_who_was_told_and_staff_do_not()
    {
        await using var house = await GapHouse.OpenAsync();
        await house.PersonAsync("s1", Permission.Scheduler, house.Cardiology, ContactMethodKind.Sms);
        await house.House.UploadAsync(GapHouse.WithHole);
        await house.PassAsync("2026-10-16 21:00");
        var query = new RosterQuery(null, GapHouse.Role, null, null);

        var line = Assert.Single((await house.House.Get<FindRosterGaps>().RunAsync(House.Scheduler, query, CancellationToken.None)).Value!.Items);

        Assert.Equal(["72h Wed 20:00 s1 True", "24h Fri 20:00 s1 True"], line.Warned!.Select(w => $"{w.Level} {GapHouse.Clock(w.At)} {w.To.Single().EmployeeNo} {w.Delivered}"));
        Assert.Null((await house.House.Get<FindRosterGaps>().RunAsync(House.Staff, query, CancellationToken.None)).Value!.Items.Single().Warned);
    }
}
