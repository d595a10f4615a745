using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class ResolveStories
{
    private const string Ward = "Ward 3 – Nurse";
    private const string Rows = "Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-12 15:00,1\nWard 3 – Nurse,B2,2026-10-12 15:00,2026-10-12 23:00,1\n";

    [Fact]
    public async Task The_answer_says_who_until_when_why_and_who_is_next()
    {
        await using var house = await StaffedAsync();
        await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00", instead: "A1");

        var view = (await house.ResolveAsync("ward3 / NURSE", "2026-10-12T10:00+02:00")).Value!;

        var responder = Assert.Single(view.Responders);
        Assert.Equal(("C3", 1, "covers for Ada Okafor"), (responder.Person.EmployeeNo, responder.Tier, responder.Because));
        Assert.Equal((Instant.FromUtc(2026, 10, 12, 7, 0), Instant.FromUtc(2026, 10, 12, 9, 0)), (responder.Since, responder.Until));
        Assert.Equal((Instant.FromUtc(2026, 10, 12, 9, 0), "A1"), (view.Next!.At, view.Next.Responders[0].Person.EmployeeNo));
        Assert.Null(view.Fallback);
    }

    [Fact]
    public async Task Without_an_instant_it_is_now()
    {
        await using var house = await StaffedAsync();

        Assert.Equal("A1", Assert.Single((await house.ResolveAsync(Ward)).Value!.Responders).Person.EmployeeNo);
        house.Clock.Advance(Duration.FromHours(8));
        Assert.Equal("B2", Assert.Single((await house.ResolveAsync(Ward)).Value!.Responders).Person.EmployeeNo);
    }

    [Fact]
    public async Task An_uncovered_role_says_so_and_where_a_page_would_go()
    {
        await using var house = await StaffedAsync();
        var ward = (await house.Get<OnCall.Application.Directory.IDirectoryReads>().FindRoleAsync(Ward, CancellationToken.None))!;
        var second = await house.RoleAsync("second", "Second", fallback: ward.Id);
        await house.RoleAsync("first", "First", fallback: second.Id);

        var view = (await house.ResolveAsync("First", "2026-10-12T08:00Z")).Value!;

        Assert.False(view.Covered);
        Assert.Equal((Ward, "A1"), (view.Fallback!.Role.Name, Assert.Single(view.Fallback.Responders).Person.EmployeeNo));
    }

    [Fact]
    public async Task A_ring_of_uncovered_fallback_roles_ends_at_the_desk()
    {
        await using var house = await StaffedAsync();
        var one = await house.RoleAsync("one", "One");
        var two = await house.RoleAsync("two", "Two", fallback: one.Id);
        await house.RoleAsync(one with { FallbackRole = two.Id }, isNew: false);

        Assert.Equal(Role.DeskCode, (await house.ResolveAsync("One")).Value!.Fallback!.Role.Code);
    }

    [Fact]
    public async Task Fallback_roles_are_followed_for_three_hops()
    {
        await using var house = await StaffedAsync();
        var ward = (await house.Get<OnCall.Application.Directory.IDirectoryReads>().FindRoleAsync(Ward, CancellationToken.None))!;
        var third = await house.RoleAsync("r3", "R3", fallback: ward.Id);
        var second = await house.RoleAsync("r2", "R2", fallback: third.Id);
        var first = await house.RoleAsync("r1", "R1", fallback: second.Id);
        await house.RoleAsync("r0", "R0", fallback: first.Id);

        Assert.Equal(Ward, (await house.ResolveAsync("R1", "2026-10-12T08:00Z")).Value!.Fallback!.Role.Name);
        Assert.Equal(Role.DeskCode, (await house.ResolveAsync("R0", "2026-10-12T08:00Z")).Value!.Fallback!.Role.Code);
    }

    [Fact]
    public async Task An_unknown_role_is_answered_with_the_nearest_names()
    {
        await using var house = await StaffedAsync();

        var refusal = (await house.ResolveAsync("Ward 3 – Nrse")).Refusal!;

        Assert.Equal((RefusalKind.NotFound, "unknown-role"), (refusal.Kind, refusal.Type));
        Assert.Contains(Ward, refusal.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-12T08:00")]
    [InlineData("2026-10-12")]
    [InlineData("now")]
    public async Task A_time_without_an_offset_is_no_instant(string at)
    {
        await using var house = await StaffedAsync();

        Assert.Equal("at", Assert.Single((await house.ResolveAsync(Ward, at)).Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_plus_sign_that_arrives_as_a_space_is_read_as_one()
    {
        await using var house = await StaffedAsync();

        Assert.Equal("B2/1", await house.WhoAsync(Ward, "2026-10-12T15:00:00 02:00"));
    }

    [Fact]
    public async Task An_instant_far_from_now_is_read_from_the_database()
    {
        await using var house = await StaffedAsync();
        house.Clock.Now = Instant.FromUtc(2027, 6, 1, 0, 0);

        Assert.Equal("A1/1", await house.WhoAsync(Ward, "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task The_node_that_wrote_answers_anew_at_once()
    {
        await using var house = await StaffedAsync();
        Assert.Equal("A1/1", await house.WhoAsync(Ward, "2026-10-12T08:00Z"));

        await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00");

        Assert.Equal("C3/1", await house.WhoAsync(Ward, "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task Another_node_answers_anew_within_a_second()
    {
        await using var house = await StaffedAsync();
        await using var other = house.OtherNode();
        Assert.Equal("A1/1", await other.WhoAsync(Ward, "2026-10-12T08:00Z"));

        await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00");

        Assert.Equal("A1/1", await other.WhoAsync(Ward, "2026-10-12T08:00Z"));
        other.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("C3/1", await other.WhoAsync(Ward, "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task A_roster_reads_as_it_is_resolved()
    {
        await using var house = await StaffedAsync();
        await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00", instead: "A1");

        var lines = (await house.Get<ReadRoster>().RunAsync(House.Staff, new RosterQuery(null, Ward, "2026-10-12", "2026-10-13"), CancellationToken.None)).Value!.Items;

        Assert.Equal(["A1 05-07", "C3 07-09", "A1 09-13", "B2 13-21"], lines.Select(l => $"{l.Person.EmployeeNo} {l.Start.ToDateTimeUtc():HH}-{l.End.ToDateTimeUtc():HH}"));
    }

    [Fact]
    public async Task Gaps_are_found_in_the_roles_own_days()
    {
        await using var house = await StaffedAsync();

        var lines = (await house.Get<FindRosterGaps>().RunAsync(House.Staff, new RosterQuery(null, Ward, "2026-10-12", "2026-10-13"), CancellationToken.None)).Value!.Items;

        Assert.Equal(
            [(RosterFindingKind.Uncovered, Instant.FromUtc(2026, 10, 11, 22, 0), Instant.FromUtc(2026, 10, 12, 5, 0)), (RosterFindingKind.Uncovered, Instant.FromUtc(2026, 10, 12, 21, 0), Instant.FromUtc(2026, 10, 12, 22, 0))],
            lines.Select(l => (l.Kind, l.Start, l.End)));
    }

    [Theory]
    [InlineData("x", null, "from")]
    [InlineData("2026-10-12", "2026-10-12", "to")]
    [InlineData("2026-10-12", "2028-10-12", "to")]
    public async Task A_time_to_read_must_make_sense(string from, string? to, string field)
    {
        await using var house = await StaffedAsync();

        var answer = await house.Get<ReadRoster>().RunAsync(House.Staff, new RosterQuery(null, null, from, to), CancellationToken.None);

        Assert.Equal(field, Assert.Single(answer.Refusal!.Errors).Field);
    }

    private static async Task<House> StaffedAsync()
    {
        var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(Rows);
        return house;
    }
}
