using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Shifts;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Notices;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>One shift at a time, by hand. It is 08:00 in Brussels.</summary>
public sealed class ShiftStories
{
    private const string Ward = "Ward 3 – Nurse";

    [Fact]
    public async Task A_shift_by_hand_fills_a_gap_and_leaves_the_others_alone()
    {
        await using var house = await StaffedAsync();

        var done = (await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00")).Value!;

        Assert.Equal((1, 0, 0), (done.Changes.Added, done.Changes.Changed, done.Changes.Removed));
        Assert.Equal("B2/1", await house.WhoAsync(Ward, "2026-10-12T20:00+02:00"));
        Assert.Equal("A1/1", await house.WhoAsync(Ward, "2026-10-12T10:00+02:00"));
    }

    [Fact]
    public async Task It_stands_among_the_uploads_and_can_be_undone_there()
    {
        await using var house = await StaffedAsync();
        var done = (await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00")).Value!;

        var upload = (await house.Get<ReadRosterUpload>().RunAsync(House.Scheduler, new UploadId(done.Upload!.Value), CancellationToken.None)).Value!.Upload;
        Assert.Equal((ChangeShifts.ByHand, "Sam Scheduler", UploadStatus.Published), (upload.FileName, upload.CreatedBy, upload.Status));
        Assert.True((await house.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(done.Upload.Value), CancellationToken.None)).Ok);
        Assert.Equal("", await house.WhoAsync(Ward, "2026-10-12T20:00+02:00"));
    }

    [Fact]
    public async Task The_same_shift_put_on_twice_is_one()
    {
        await using var house = await StaffedAsync();
        await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00");

        var again = (await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00")).Value!;

        Assert.Null(again.Upload);
        Assert.Equal("B2/1", await house.WhoAsync(Ward, "2026-10-12T20:00+02:00"));
    }

    [Fact]
    public async Task A_preview_says_what_it_would_mean_and_changes_nothing()
    {
        await using var house = await StaffedAsync();
        await AddAsync(house, "B2", "2026-10-13T07:00", "2026-10-13T15:00", role: "Clinic");

        var preview = (await AddAsync(house, "B2", "2026-10-12T14:00", "2026-10-13T16:00", preview: true)).Value!;

        Assert.Null(preview.Upload);
        Assert.Equal(["double-booked", "no-working-contact-method", "over-24-hours", "overlap"], preview.Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal("", await house.WhoAsync(Ward, "2026-10-12T20:00+02:00"));
    }

    [Theory]
    [InlineData("A1", "2026-10-12T14:00", "2026-10-12T16:00", "person")]
    [InlineData("B2", "2026-10-12T05:00", "2026-10-12T07:30", "to")]
    [InlineData("B2", "2026-10-12T23:00", "2026-10-12T15:00", "to")]
    [InlineData("B2", "2026-10-12T15:00", "2026-12-12T15:00", "to")]
    [InlineData("Z9", "2026-10-12T15:00", "2026-10-12T23:00", "person")]
    [InlineData("B2", "tomorrow", "2026-10-12T23:00", "from")]
    [InlineData("X9", "2026-10-12T15:00", "2026-10-12T23:00", "person")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string person, string from, string to, string field)
    {
        await using var house = await StaffedAsync();
        await house.PersonAsync("X9", "Xavi", active: false);
        var before = await house.UploadCountAsync();

        Assert.Equal([field], (await AddAsync(house, person, from, to)).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal(before, await house.UploadCountAsync());
    }

    [Fact]
    public async Task Who_does_not_plan_the_role_changes_nothing()
    {
        await using var house = await StaffedAsync();
        var request = new AddShiftRequest(Ward, "B2", "2026-10-12T15:00", "2026-10-12T23:00");

        Assert.Equal("forbidden", (await house.Get<ChangeShifts>().AddAsync(House.Staff, request, preview: false, CancellationToken.None)).Refusal!.Type);
        Assert.Equal("forbidden", (await RemoveAsync(house, "A1", "2026-10-12T07:00", caller: House.Staff)).Refusal!.Type);
    }

    [Fact]
    public async Task A_shift_that_runs_ends_now_and_who_was_on_stays_known()
    {
        await using var house = await StaffedAsync();

        var preview = (await RemoveAsync(house, "A1", "2026-10-12T07:00", preview: true)).Value!;
        Assert.Equal(["gap"], preview.Problems.Select(p => p.Code));
        Assert.Contains("from 2026-10-12 08:00 to 2026-10-12 15:00", preview.Problems[0].Message, StringComparison.Ordinal);
        Assert.True((await RemoveAsync(house, "A1", "2026-10-12T07:00")).Ok);

        Assert.Equal("A1/1", await house.WhoAsync(Ward, "2026-10-12T07:30+02:00"));
        Assert.Equal("", await house.WhoAsync(Ward, "2026-10-12T08:00+02:00"));
    }

    [Fact]
    public async Task What_a_shift_leaves_is_seen_over_all_of_its_time_with_its_covers()
    {
        await using var house = await StaffedAsync();
        await AddAsync(house, "B2", "2026-10-12T11:00", "2026-10-12T15:00");
        await house.PersonAsync("C3", "Chiyo Tanaka");
        await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T10:00", instead: "A1");

        var preview = (await RemoveAsync(house, "A1", "2026-10-12T07:00", preview: true)).Value!;

        Assert.Equal(["cover-left", "gap", "gap"], preview.Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Contains(preview.Problems, p => p.Message.Contains("from 2026-10-12 08:00 to 2026-10-12 09:00", StringComparison.Ordinal));
        Assert.Contains(preview.Problems, p => p.Message.Contains("Nobody is on 'Ward 3 – Nurse' from 2026-10-12 10:00 to 2026-10-12 11:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shift_that_is_put_on_from_before_now_begins_now_and_pressed_twice_is_one()
    {
        await using var house = await StaffedAsync();

        var done = (await AddAsync(house, "B2", "2026-10-11T00:00", "2026-10-12T13:00")).Value!;
        house.Clock.Advance(Duration.FromSeconds(5));
        var again = (await AddAsync(house, "B2", "2026-10-11T00:00", "2026-10-12T13:00")).Value!;

        Assert.Equal(Instant.FromUtc(2026, 10, 12, 6, 0), done.Shift.Start);
        Assert.Equal("", await house.WhoAsync(Ward, "2026-10-12T06:00+02:00"));
        Assert.Null(again.Upload);
    }

    [Fact]
    public async Task A_shift_that_is_over_or_not_there_is_not_taken_off()
    {
        await using var house = await StaffedAsync();

        Assert.Equal("unknown-shift", (await RemoveAsync(house, "A1", "2026-10-12T09:00")).Refusal!.Type);
        house.Clock.Advance(Duration.FromHours(8));
        Assert.Equal("invalid-input", (await RemoveAsync(house, "A1", "2026-10-12T07:00")).Refusal!.Type);
    }

    [Fact]
    public async Task Whoever_is_put_on_or_taken_off_is_told_once_and_loudly_when_it_is_soon()
    {
        await using var house = await StaffedAsync();

        await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00", preview: true);
        await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00");
        await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00");
        await AddAsync(house, "B2", "2026-10-13T15:00", "2026-10-13T23:00", caller: await AsAsync(house, "B2"));
        await RemoveAsync(house, "A1", "2026-10-12T07:00");

        Assert.Equal([(NoticeUrgency.Quiet, "OnCall: Bram Peeters is put on Ward 3 – Nurse from Mon 12 Oct 15:00 to Mon 12 Oct 23:00.")], await ToldAsync(house, "B2"));
        Assert.Equal([(NoticeUrgency.Ringing, "OnCall: Ada Okafor is taken off Ward 3 – Nurse from Mon 12 Oct 08:00 to Mon 12 Oct 15:00.")], await ToldAsync(house, "A1"));
    }

    [Fact]
    public async Task Whoever_was_told_of_a_shift_by_hand_is_told_when_it_is_undone()
    {
        await using var house = await StaffedAsync();
        var added = (await AddAsync(house, "B2", "2026-10-12T15:00", "2026-10-12T23:00")).Value!;
        var removed = (await RemoveAsync(house, "A1", "2026-10-12T07:00")).Value!;

        house.Clock.Advance(Duration.FromSeconds(1));
        Assert.True((await house.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(removed.Upload!.Value), CancellationToken.None)).Ok);
        Assert.True((await house.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(added.Upload!.Value), CancellationToken.None)).Ok);

        Assert.Equal((NoticeUrgency.Quiet, "OnCall: Bram Peeters is taken off Ward 3 – Nurse from Mon 12 Oct 15:00 to Mon 12 Oct 23:00."), (await ToldAsync(house, "B2"))[0]);
        Assert.Equal((NoticeUrgency.Ringing, "OnCall: Ada Okafor is put on Ward 3 – Nurse from Mon 12 Oct 08:00 to Mon 12 Oct 15:00."), (await ToldAsync(house, "A1"))[0]);
        Assert.Equal(2, (await ToldAsync(house, "A1")).Count);
    }

    [Fact]
    public async Task A_cover_that_is_taken_back_is_told_to_whom_it_put_in_and_to_whom_it_had_relieved()
    {
        await using var house = await StaffedAsync();
        var cover = (await house.CoverAsync(Ward, "B2", "2026-10-12T12:00", "2026-10-12T15:00")).Value!;

        house.Clock.Advance(Duration.FromSeconds(1));
        Assert.True((await house.Get<RemoveCover>().RunAsync(House.Scheduler, new CoverId(cover.Id), CancellationToken.None)).Ok);

        Assert.Equal("OnCall: Bram Peeters is taken off Ward 3 – Nurse from Mon 12 Oct 12:00 to Mon 12 Oct 15:00.", (await ToldAsync(house, "B2"))[0].Text);
        Assert.Equal("OnCall: Ada Okafor is put on Ward 3 – Nurse from Mon 12 Oct 12:00 to Mon 12 Oct 15:00.", (await ToldAsync(house, "A1"))[0].Text);
    }

    private static async Task<Caller> AsAsync(House house, string number) => new(
        "person:" + number, (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!.Id, number, [new Grant(Permission.Scheduler, null)]);

    private static async Task<IReadOnlyList<(NoticeUrgency Urgency, string Text)>> ToldAsync(House house, string number) =>
        [.. (await house.Get<ReadNotices>().RunAsync(await AsAsync(house, number), CancellationToken.None)).Value!.Items.Select(n => (n.Urgency, n.Text))];

    private static Task<Answer<ShiftOutcome>> AddAsync(House house, string person, string from, string to, bool preview = false, string role = Ward, Caller? caller = null) =>
        house.Get<ChangeShifts>().AddAsync(caller ?? House.Scheduler, new AddShiftRequest(role, person, from, to), preview, CancellationToken.None);

    private static Task<Answer<ShiftOutcome>> RemoveAsync(House house, string person, string from, bool preview = false, Caller? caller = null) =>
        house.Get<ChangeShifts>().RemoveAsync(caller ?? House.Scheduler, new RemoveShiftRequest(Ward, person, from), preview, CancellationToken.None);

    private static async Task<House> StaffedAsync()
    {
        var house = await House.OpenAsync();
        await house.RoleAsync("ward-3/nurse", Ward, coverage: new Coverage(null, 1), zone: House.Brussels);
        await house.RoleAsync("clinic", "Clinic", zone: House.Brussels);
        await house.PersonAsync("A1", "Ada Okafor");
        await house.PersonAsync("B2", "Bram Peeters");
        Assert.True((await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n")).Ok);
        return house;
    }
}
