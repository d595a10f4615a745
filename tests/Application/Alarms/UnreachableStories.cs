using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>Who is on shift and cannot be reached is on the board within 30 s of the beginning of the shift.</summary>
public sealed class UnreachableStories
{
    [Fact]
    public async Task Somebody_without_a_method_that_works_is_told_within_30_seconds_of_the_beginning_of_their_shift()
    {
        await using var house = await Watched.OpenAsync();
        var ward = await house.Hospital.AddRoleAsync("ward");
        var bram = await house.Hospital.AddPersonAsync("N2", house.Hospital.Method(ContactMethodKind.Sms, verified: false));
        await PutOnAsync(house, ward, bram, house.Now + Duration.FromMinutes(2));
        await house.PassAsync(120);
        Assert.Empty(await house.BoardAsync());

        await house.PassAsync(30);

        Assert.Equal(["serious people-unreachable ward"], await house.BoardAsync());
        Assert.Equal("Nobody on shift for Role ward can be reached: Dr N2.", await DetailAsync(house));
        Assert.Empty(await house.Alpha.Get<ReadAlarms>().EngineProblemsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task With_a_colleague_who_can_be_reached_it_is_a_warning_and_gets_worse_with_their_number()
    {
        await using var house = await Watched.OpenAsync();
        var ward = await house.Hospital.AddRoleAsync("ward");
        var anna = await house.Hospital.AddPersonAsync("N1", house.Hospital.Method(ContactMethodKind.Sms));
        var chiyo = await house.Hospital.AddPersonAsync("N3", house.Hospital.Method(ContactMethodKind.Snpp));
        await PutOnAsync(house, ward, anna, house.Now);
        await PutOnAsync(house, ward, chiyo, house.Now);
        await house.PassAsync(30);
        Assert.Equal(["warning people-unreachable ward"], await house.BoardAsync());
        Assert.Equal("Not everybody on shift for Role ward can be reached: Dr N3.", await DetailAsync(house));

        await house.Hospital.ChangeAsync(anna with { ContactMethods = [] });
        await house.PassAsync(30);

        Assert.Equal(["serious people-unreachable ward"], await house.BoardAsync());
        Assert.Single(await house.AuditAsync("alarm.raise"));
    }

    [Fact]
    public async Task It_goes_with_the_first_method_that_works_a_quiet_minute_later()
    {
        await using var house = await Watched.OpenAsync();
        var bram = await house.Hospital.AddPersonAsync("N2");
        await PutOnAsync(house, await house.Hospital.AddRoleAsync("ward"), bram, house.Now);
        await house.PassAsync(30);
        Assert.Single(await house.BoardAsync());

        await house.Hospital.ChangeAsync(bram with { ContactMethods = [house.Hospital.Method(ContactMethodKind.Sms)] });
        await house.PassAsync(30 + 65);

        Assert.Empty(await house.BoardAsync());
        Assert.Single(await house.AuditAsync("alarm.clear"));
    }

    [Fact]
    public async Task No_address_of_anybody_is_in_the_alarm_or_its_audit()
    {
        await using var house = await Watched.OpenAsync();
        var bram = await house.Hospital.AddPersonAsync("N2", house.Hospital.Method(ContactMethodKind.Sms, "+15557654321", verified: false));
        await PutOnAsync(house, await house.Hospital.AddRoleAsync("ward"), bram, house.Now);

        await house.PassAsync(30);

        Assert.DoesNotContain("7654321", await DetailAsync(house), StringComparison.Ordinal);
        Assert.DoesNotContain("7654321", Assert.Single(await house.AuditAsync("alarm.raise")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_raise_and_clear_it_once()
    {
        await using var house = await Watched.OpenAsync();
        var bram = await house.Hospital.AddPersonAsync("N2");
        await PutOnAsync(house, await house.Hospital.AddRoleAsync("ward"), bram, house.Now);
        await house.PassAsync(10);
        house.Start("beta/2/b");
        await house.PassAsync(60);
        await house.Hospital.ChangeAsync(bram with { ContactMethods = [house.Hospital.Method(ContactMethodKind.Sms)] });

        await house.PassAsync(120);

        Assert.Single(await house.AuditAsync("alarm.raise"));
        Assert.Single(await house.AuditAsync("alarm.clear"));
    }

    private static Task PutOnAsync(Watched house, Role role, Person person, Instant from) => house.PublishAsync(role, person, from, house.Now + Duration.FromDays(30));

    private static async Task<string> DetailAsync(Watched house) => Assert.Single(await house.Alpha.Get<ReadAlarms>().StandingAsync(CancellationToken.None)).Detail;
}
