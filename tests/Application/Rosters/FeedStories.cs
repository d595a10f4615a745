using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Feeds;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>It is Monday 2026-10-12, 06:00 UTC: 08:00 in Brussels.</summary>
public sealed class FeedStories
{
    private const string Ward = "Ward 3 – Nurse";
    private static readonly AuditEntry Audit = new(default, "system", "test", "test", "{}");

    [Fact]
    public async Task A_persons_feed_shows_what_they_are_on_over_all_roles_with_covers_laid_over()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(
            $"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n{Ward},B2,2026-10-12 15:00,2026-10-12 23:00,1\n"
            + "Clinic,A1,2026-10-13 08:00,2026-10-13 16:00,2\nClinic,C3,2026-10-13 08:00,2026-10-13 16:00,1\n");
        await house.CoverAsync("Clinic", "B2", "2026-10-13T10:00", "2026-10-13T12:00", instead: "A1");

        var ada = await ReadAsync(house, await OwnAsync(house, "A1"));
        var bram = await ReadAsync(house, await OwnAsync(house, "B2"));

        Assert.Equal([Ward, "Clinic, tier 2", "Clinic, tier 2"], ada.Summaries);
        Assert.Equal(["20261012T070000", "20261013T080000", "20261013T120000"], ada.Events.Select(e => e["DTSTART"]));
        Assert.Equal([Ward, "Clinic, tier 2, covers for Ada Okafor"], bram.Summaries);
        Assert.Empty((await ReadAsync(house, await OwnAsync(house, "A1"))).Events.Select(e => e["UID"]).Except(ada.Events.Select(e => e["UID"])));
    }

    [Fact]
    public async Task A_roles_feed_shows_everybody_on_it_from_a_month_back_to_a_year_ahead()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(
            $"{Ward},A1,2026-09-10 07:00,2026-09-10 15:00,1\n{Ward},A1,2026-09-11 07:00,2026-09-11 15:00,1\n"
            + $"{Ward},B2,2026-10-12 07:00,2026-10-12 15:00,2\n{Ward},C3,2027-11-15 07:00,2027-11-15 15:00,1\n{Ward},C3,2027-11-17 07:00,2027-11-17 15:00,1\n");

        var calendar = await ReadAsync(house, await OfRoleAsync(house, await StaffAsync(house, "A1"), "WARD 3 - nurse"));

        Assert.Equal(["Ada Okafor", "Bram Peeters, tier 2", "Chiyo Tanaka"], calendar.Summaries);
    }

    [Fact]
    public async Task A_sequence_rises_when_an_event_says_something_new_and_only_then()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n{Ward},A1,2026-10-13 07:00,2026-10-13 15:00,1\n");
        var token = await OwnAsync(house, "A1");
        var first = await TextAsync(house, token);

        house.Clock.Advance(Duration.FromHours(1));
        await house.UploadAsync("Clinic,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");
        Assert.Equal(first, await TextAsync(house, token));

        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 19:00,1\n");
        var text = await TextAsync(house, token);
        var (before, after) = (new Calendar(first.Text), new Calendar(text.Text));

        Assert.Equal(("0", "1"), (before.At("20261012T070000")["SEQUENCE"], after.At("20261012T070000")["SEQUENCE"]));
        Assert.Equal(before.At("20261012T070000")["UID"], after.At("20261012T070000")["UID"]);
        Assert.Equal(("20261012T190000", "20261012T070000Z"), (after.At("20261012T070000")["DTEND"], after.At("20261012T070000")["DTSTAMP"]));
        Assert.Equal(before.At("20261013T070000"), after.At("20261013T070000"));
        Assert.Equal(house.Clock.GetCurrentInstant(), text.ChangedAt);
    }

    [Fact]
    public async Task Reads_of_several_nodes_that_find_the_same_change_agree()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n");
        var token = await OwnAsync(house, "A1");
        await TextAsync(house, token);
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 19:00,1\n");
        await using var other = house.OtherNode();

        var texts = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => TextAsync(n % 2 == 0 ? house : other, token))));

        Assert.Equal("1", new Calendar(Assert.Single(texts.Distinct()).Text).At("20261012T070000")["SEQUENCE"]);
    }

    [Fact]
    public async Task An_event_that_comes_back_goes_on_where_it_was()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        const string Long = $"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n";
        await house.UploadAsync(Long);
        var token = await OwnAsync(house, "A1");
        await TextAsync(house, token);

        await house.UploadAsync($"{Ward},B2,2026-10-12 07:00,2026-10-12 15:00,1\n");
        Assert.Empty((await ReadAsync(house, token)).Events);
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 14:00,1\n{Ward},B2,2026-10-12 14:00,2026-10-12 15:00,1\n");

        Assert.Equal("1", (await ReadAsync(house, token)).At("20261012T070000")["SEQUENCE"]);
    }

    [Fact]
    public async Task Somebody_on_day_after_day_has_an_event_for_each_shift_that_stays_the_same_as_days_pass()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var start = new LocalDate(2026, 9, 1);
        await house.UploadAsync(string.Concat(Enumerable.Range(0, 60).Select(i => $"{Ward},A1,{start.PlusDays(i):uuuu-MM-dd} 07:00,{start.PlusDays(i + 1):uuuu-MM-dd} 07:00,1\n")));
        await house.CoverAsync("ward-3/nurse", "B2", "2026-09-01T07:00", "2026-10-31T07:00", instead: "A1");
        var token = await OwnAsync(house, "B2");

        var first = await ReadAsync(house, token);
        house.Clock.Advance(Duration.FromDays(3));
        var later = await ReadAsync(house, token);

        Assert.Equal(51, first.Events.Count);
        Assert.Equal(first.Events.Skip(3), later.Events);
    }

    [Fact]
    public async Task A_renewed_token_ends_the_old_one_at_once_and_the_events_go_on()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n");
        var old = await OwnAsync(house, "A1");
        var before = await TextAsync(house, old);

        var token = await OwnAsync(house, "A1");

        Assert.Equal("unknown-feed", await RefusedAsync(house, old));
        Assert.Equal(before, await TextAsync(house, token));
        Assert.Equal("unknown-feed", await RefusedAsync(house, token + "x"));
    }

    [Fact]
    public async Task A_feed_ends_when_it_is_revoked_and_when_its_holder_goes()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var ada = await StaffAsync(house, "A1");
        var (own, ofRole) = (await OwnAsync(house, "A1"), await OfRoleAsync(house, ada, Ward));
        await TextAsync(house, ofRole);
        var revoke = house.Get<RevokeFeed>();

        Assert.True((await revoke.OfRoleAsync(ada, "ward-3/nurse", CancellationToken.None)).Ok);
        Assert.Equal("unknown-feed", (await revoke.OfRoleAsync(ada, "ward-3/nurse", CancellationToken.None)).Refusal!.Type);
        Assert.Equal("unknown-feed", await RefusedAsync(house, ofRole));
        await TextAsync(house, own);

        var person = (await house.Get<IDirectoryReads>().FindPersonAsync("A1", CancellationToken.None))!;
        await house.Get<IPersonStore>().SaveAsync(person with { Active = false }, [], isNew: false, Audit, CancellationToken.None);
        Assert.Equal("unknown-feed", await RefusedAsync(house, own));
    }

    [Fact]
    public async Task A_roles_feed_is_for_whoever_may_read_its_roster_and_only_as_long_as_they_may()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var unit = new OrgUnit(new OrgUnitId(House.Id(60)), "surgery", "Surgery", null, null);
        await house.Get<IOrgUnitStore>().SaveAsync(unit, isNew: true, Audit, CancellationToken.None);
        await house.RoleAsync("surgeon", "Surgeon", unit: unit.Id);
        var renew = house.Get<RenewFeed>();
        var surgical = await StaffAsync(house, "A1", new Grant(Permission.Staff, unit.Id));

        Assert.Equal(RefusalKind.Forbidden, (await renew.OfRoleAsync(surgical, Ward, CancellationToken.None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await renew.OfRoleAsync(surgical, "Nowhere", CancellationToken.None)).Refusal!.Kind);
        Assert.Equal("role", (await renew.OfRoleAsync(surgical, " ", CancellationToken.None)).Refusal!.Errors[0].Field);
        Assert.Equal(RefusalKind.Forbidden, (await renew.OwnAsync(House.Staff, CancellationToken.None)).Refusal!.Kind);

        var token = await OfRoleAsync(house, surgical, "surgeon");
        await TextAsync(house, token);
        await StaffAsync(house, "A1");
        await TextAsync(house, token);
        await StaffAsync(house, "A1", []);
        Assert.Equal("unknown-feed", await RefusedAsync(house, token));
    }

    private static async Task<Caller> StaffAsync(House house, string number, params Grant[] grants)
    {
        var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
        await house.Get<IPersonStore>().SaveAsync(person, grants, isNew: false, Audit, CancellationToken.None);
        return new Caller($"person:{number}", person.Id, person.Name, grants);
    }

    private static Task<Caller> StaffAsync(House house, string number) => StaffAsync(house, number, new Grant(Permission.Staff, null));

    private static async Task<string> OwnAsync(House house, string number)
    {
        PersonId person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!.Id;
        return (await house.Get<RenewFeed>().OwnAsync(new Caller($"person:{number}", person, number, []), CancellationToken.None)).Value!;
    }

    private static async Task<string> OfRoleAsync(House house, Caller holder, string role) =>
        (await house.Get<RenewFeed>().OfRoleAsync(holder, role, CancellationToken.None)).Value!;

    private static async Task<FeedText> TextAsync(House house, string token) => (await house.Get<ReadFeed>().RunAsync(token, CancellationToken.None)).Value!;

    private static async Task<Calendar> ReadAsync(House house, string token) => new((await TextAsync(house, token)).Text);

    private static async Task<string?> RefusedAsync(House house, string token) => (await house.Get<ReadFeed>().RunAsync(token, CancellationToken.None)).Refusal?.Type;
}
