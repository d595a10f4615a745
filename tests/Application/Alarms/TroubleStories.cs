using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>What else goes wrong is on the board within 30 s, and goes when it is over.</summary>
public sealed class TroubleStories
{
    private static readonly Caller Lab = new("integration:lab", null, "Lab", [new Grant(Permission.Staff, null)]);

    [Fact]
    public async Task A_provider_that_is_down_is_told_when_one_message_has_failed_three_times()
    {
        await using var house = await WithAnnaAsync();
        await house.PassAsync(60);
        house.Sms.Answer = (_, _) => Task.FromResult(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "503") { ProviderFault = true });
        await PageAsync(house);

        await house.PassAsync(30);

        Assert.Equal(["critical provider-down sms"], await house.BoardAsync());
        Assert.Empty(await house.Alpha.Get<ReadAlarms>().EngineProblemsAsync(CancellationToken.None));

        house.Sms.Always(DeliveryStatus.Accepted);
        await PageAsync(house);
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task A_wrong_number_is_no_provider_that_is_down()
    {
        await using var house = await WithAnnaAsync();
        house.Sms.Always(DeliveryStatus.FailedForGood);
        for (var i = 0; i < 5; i++)
        {
            await PageAsync(house);
            await house.PassAsync(20);
        }

        Assert.DoesNotContain("critical provider-down sms", await house.BoardAsync());
    }

    [Fact]
    public async Task Messages_that_nobody_sends_are_a_backlog()
    {
        await using var house = await WithAnnaAsync();
        await house.PassAsync(60);
        house.Alpha.Sweeps = false;
        await PageAsync(house);

        await house.PassAsync(30);

        Assert.Contains("critical backlog sms", await house.BoardAsync());
        house.Alpha.Sweeps = true;
        await house.PassAsync(75);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task A_clock_that_drifts_is_told_with_its_machine()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.ClockOffset = Duration.FromSeconds(-2.5);
        await house.PassAsync(10);
        Assert.Equal(["serious clock-drift alpha"], await house.BoardAsync());

        house.Alpha.ClockOffset = Duration.Zero;
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task A_disk_that_runs_full_is_told_by_every_node()
    {
        await using var house = await Watched.OpenAsync();
        var beta = house.Start("beta/2/b");
        beta.Disk = new DiskSpace(400_000_000, 100_000_000_000);
        await house.PassAsync(10);
        Assert.Equal(["serious disk-full beta"], await house.BoardAsync());

        beta.Disk = null;
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task A_roster_is_told_a_week_before_it_ends_and_when_it_has_ended()
    {
        await using var house = await Watched.OpenAsync();
        var ward = await house.Hospital.AddRoleAsync("ward");
        await house.Hospital.AddRoleAsync("never-rostered");
        var anna = await house.Hospital.AddPersonAsync("N1", house.Hospital.Method(ContactMethodKind.Sms));
        await house.PublishAsync(ward, anna, house.Now, house.Now + Duration.FromDays(7) + Duration.FromSeconds(20));
        await house.PassAsync(15);
        Assert.Empty(await house.BoardAsync());

        await house.PassAsync(15);
        Assert.Equal(["warning stale-roster ward"], await house.BoardAsync());

        house.Time.Advance(Duration.FromDays(7));
        await house.PassAsync(10);
        Assert.Equal(["serious stale-roster ward"], await house.BoardAsync());
        Assert.Single(await house.AuditAsync("alarm.raise"));

        await house.PublishAsync(ward, anna, house.Now, house.Now + Duration.FromDays(30));
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task Paper_that_is_not_renewed_is_told_until_it_is()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(10);
        var node = house.Nodes[0];
        node.Prints = false;
        house.Time.Advance(Duration.FromMinutes(30));
        await house.PassAsync(10);
        Assert.Equal(["serious stale-paper alpha"], await house.BoardAsync());

        node.Prints = true;
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    [Fact]
    public async Task A_source_that_fails_leaves_its_alarms_and_blinds_no_other()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.ClockOffset = Duration.FromSeconds(5);
        await house.PassAsync(10);
        house.Alpha.ClockOffset = Duration.Zero;
        house.Alpha.Unreadable = true;
        await house.Hospital.AddRoleAsync("ward");
        await house.PassAsync(120);

        // The nodes are still looked at; the rosters, which cannot be, say nothing.
        Assert.Empty(await house.BoardAsync());
        Assert.Contains(house.Alpha.Logs.All, line => line.StartsWith("WatchedRosters could not look", StringComparison.Ordinal));
    }

    private static async Task<Watched> WithAnnaAsync()
    {
        var house = await Watched.OpenAsync();
        var anna = await house.Hospital.AddPersonAsync("N1", house.Hospital.Method(ContactMethodKind.Sms));
        await house.PublishAsync(await house.Hospital.AddRoleAsync("ward"), anna, house.Now - Duration.FromDays(1), house.Now + Duration.FromDays(30));
        return house;
    }

    private static async Task PageAsync(Watched house)
    {
        var sent = await house.Alpha.Get<SendPage>().RunAsync(Lab, $"{house.Now}", new SendPageRequest("ward", "urgent"), CancellationToken.None);
        Assert.True(sent.Ok, sent.Refusal?.Detail);
    }
}
