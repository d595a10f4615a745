using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Rotations;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Rotations;

public sealed class RotationWarningStories
{
    [Fact]
    public async Task Every_fault_is_told_in_the_words_of_uploads()
    {
        await using var house = await Taking.WardAsync();
        await house.SetActiveAsync("C3", active: false);
        await house.ChangeAsync("B2", p => p with { ContactMethods = [new ContactMethod(new ContactMethodId(House.Id(9)), ContactMethodKind.Sms, "+32475550101", Verified: false)] });
        await house.UploadAsync("Clinic,B2,2026-10-20 08:00,2026-10-20 16:00,1\n");
        await house.UploadAsync($"{Taking.Ward},A1,2026-10-13 08:00,2026-10-14 08:00,1\n");

        var preview = (await house.PutAsync(Taking.Weeks, preview: true)).Value!;

        Assert.Equal(["double-booked", "gap", "held-by-others", "inactive-person", "no-working-contact-method", "over-24-hours"], preview.Codes());
        Assert.Contains("Bram Peeters is on 'Ward 3 – Nurse' and on 'Clinic' at once", preview.Of("double-booked").Single().Message, StringComparison.Ordinal);
        Assert.Contains("from 2026-10-13 08:00 to 2026-10-14 08:00", preview.Of("held-by-others").Single().Message, StringComparison.Ordinal);
        Assert.Equal("C3", preview.Of("inactive-person").Single().Value);
    }

    [Theory]
    [InlineData("2026-10-24", "repeated-time", "2026-10-25 02:30")]
    [InlineData("2027-03-26", "skipped-time", "2027-03-28 02:30")]
    public async Task A_hand_off_while_the_clocks_change_is_told(string from, string code, string written)
    {
        await using var house = await Taking.WardAsync();
        house.Clock.Now = Instant.FromDateTimeUtc(DateTime.SpecifyKind(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));

        var preview = (await house.PutAsync(new PutRotationRequest("days", Taking.Ward, ["A1", "B2"], "day", "02:30", from, HorizonDays: 7), preview: true)).Value!;

        Assert.Equal(written, Assert.Single(preview.Of(code)).Value);
    }

    [Fact]
    public async Task A_second_primary_is_told_where_one_is_meant()
    {
        await using var house = await Taking.WardAsync();
        await house.RoleAsync("icu", "ICU", new Coverage(null, 1), zone: House.Brussels);
        await house.UploadAsync("ICU,A1,2026-10-13 08:00,2026-10-13 16:00,2\n");
        await house.CoverAsync("ICU", "C3", "2026-10-13T08:00", "2026-10-13T16:00");

        Assert.DoesNotContain("overlap", (await house.PutAsync(Taking.Weeks with { Role = "ICU", Tier = 2 }, preview: true)).Value!.Codes());
        Assert.Contains("too-few", (await house.PutAsync(Taking.Weeks with { Role = "ICU", Tier = 2 }, preview: true)).Value!.Codes());
    }

    public static TheoryData<PutRotationRequest, string> Wrong => new()
    {
        { Taking.Weeks with { People = [] }, "people" },
        { Taking.Weeks with { People = ["A1", "X9"] }, "people[1]" },
        { Taking.Weeks with { Every = "month" }, "every" },
        { Taking.Weeks with { Turns = 54 }, "turns" },
        { Taking.Weeks with { Tier = 4 }, "tier" },
        { Taking.Weeks with { HandOff = "24:00" }, "handOff" },
        { Taking.Weeks with { On = "tue" }, "from" },
        { Taking.Weeks with { Every = "day", On = "tue" }, "on" },
        { Taking.Weeks with { From = "12/10/2026" }, "from" },
        { Taking.Weeks with { Until = "2026-10-12" }, "until" },
        { Taking.Weeks with { Hours = new CoverageTimes("none", null) }, "hours" },
        { Taking.Weeks with { Hours = new CoverageTimes(null, [new CoverageSpan(["holiday"], "08:00", "09:00")]) }, "hours[0].days[0]" },
        { Taking.Weeks with { HorizonDays = 6 }, "horizonDays" },
        { Taking.Weeks with { Exceptions = [new RotationExceptionBody("2026-10-21", "X9")] }, "exceptions[0].person" },
        { Taking.Weeks with { Exceptions = [new RotationExceptionBody("2026-10-21", null), new RotationExceptionBody("2026-10-21", "A1")] }, "exceptions" },
        { Taking.Weeks with { Exceptions = [new RotationExceptionBody("tomorrow", null)] }, "exceptions[0].date" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_taken_is_told_by_field_and_stores_nothing(PutRotationRequest request, string field)
    {
        await using var house = await Taking.WardAsync();

        Assert.Equal(field, Assert.Single((await house.PutAsync(request)).Refusal!.Errors).Field);
        Assert.Null(await house.Get<IRotations>().FindAsync(Taking.Code, CancellationToken.None));
    }

    [Fact]
    public async Task Only_a_scheduler_of_the_role_puts_and_ends_it_and_its_readers_read_it()
    {
        await using var house = await Taking.RotatingAsync();

        Assert.Equal(RefusalKind.Forbidden, (await house.PutAsync(Taking.Weeks, caller: House.Staff)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<EndRotation>().RunAsync(House.Staff, Taking.Code, false, CancellationToken.None)).Refusal!.Kind);
        Assert.Equal("mon", (await house.Get<ReadRotations>().FindAsync(House.Staff, Taking.Code, CancellationToken.None)).Value!.On);
        Assert.Equal(RefusalKind.NotFound, (await house.PutAsync(Taking.Weeks with { Role = "nowhere" })).Refusal!.Kind);
    }
}
