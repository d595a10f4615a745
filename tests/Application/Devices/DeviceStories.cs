using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Application.Tests.Devices;

/// <summary>Anna registers her phone; Ben has nothing to do with it, until it is his.</summary>
public sealed class DeviceStories
{
    [Fact]
    public async Task A_phone_counts_once_it_has_shown_that_a_test_reached_it()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        Assert.Equal(("Phone", "web", false, null), (phone.Name, phone.Kind, phone.Verified, phone.LastConfirmed));
        Assert.DoesNotContain(await house.MethodsAsync(house.House.Anna), m => m is { Kind: ContactMethodKind.Push, Verified: true });

        var tested = (await house.TestAsync(house.Anna, phone.Id)).Value!;
        Assert.Equal(("accepted", false), (tested.Status, tested.Removed));
        Assert.Equal(DeviceAddress.Of(new PushDeviceId(phone.Id)), house.House.Push.Sent[^1].Address);
        Assert.False(Assert.Single(await house.OfAsync(house.Anna)).Verified);

        house.House.Time.Advance(Duration.FromMinutes(2));
        var confirmed = (await house.ConfirmAsync(house.Anna, phone.Id, house.LastToken())).Value!;
        Assert.Equal((true, house.House.Time.GetCurrentInstant()), (confirmed.Verified, confirmed.LastConfirmed!.Value));
        Assert.Contains(await house.MethodsAsync(house.House.Anna), m => m is { Kind: ContactMethodKind.Push, Verified: true });
        Assert.Equal(RefusalKind.Invalid, (await house.ConfirmAsync(house.Anna, phone.Id, house.LastToken())).Refusal!.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task Another_token_confirms_nothing(string? token)
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        await house.TestAsync(house.Anna, phone.Id);
        Assert.Equal(RefusalKind.Invalid, (await house.ConfirmAsync(house.Anna, phone.Id, token)).Refusal!.Kind);
        Assert.False(Assert.Single(await house.OfAsync(house.Anna)).Verified);
    }

    [Fact]
    public async Task A_test_is_good_for_ten_minutes_and_until_the_next()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        await house.TestAsync(house.Anna, phone.Id);
        var first = house.LastToken();
        await house.TestAsync(house.Anna, phone.Id);
        Assert.NotEqual(first, house.LastToken());
        Assert.False((await house.ConfirmAsync(house.Anna, phone.Id, first)).Ok);

        house.House.Time.Advance(TestDevice.Lifetime);
        Assert.False((await house.ConfirmAsync(house.Anna, phone.Id, house.LastToken())).Ok);
    }

    [Fact]
    public async Task Somebody_elses_device_is_unknown()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        await house.TestAsync(house.Anna, phone.Id);
        var sent = house.House.Push.Sent.Count;

        Assert.Empty(await house.OfAsync(house.Ben));
        Assert.Equal("unknown-device", (await house.TestAsync(house.Ben, phone.Id)).Refusal!.Type);
        Assert.Equal("unknown-device", (await house.ConfirmAsync(house.Ben, phone.Id, house.LastToken())).Refusal!.Type);
        Assert.Equal("unknown-device", (await house.Get<RemoveDevice>().RunAsync(house.Ben, new PushDeviceId(phone.Id), CancellationToken.None)).Refusal!.Type);

        Assert.Equal(sent, house.House.Push.Sent.Count);
        Assert.True((await house.ConfirmAsync(house.Anna, phone.Id, house.LastToken())).Ok);
    }

    [Fact]
    public async Task A_browser_belongs_to_whoever_uses_it_now_and_neither_learns_of_the_other()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var annas = (await house.RegisterAsync(house.Anna, house.Phone(name: "Anna's"))).Value!;
        await house.TestAsync(house.Anna, annas.Id);
        await house.ConfirmAsync(house.Anna, annas.Id, house.LastToken());
        var sent = house.House.Push.Sent.Count;

        var bens = (await house.RegisterAsync(house.Ben, house.Phone(name: "Ben's"))).Value!;
        Assert.NotEqual(annas.Id, bens.Id);
        Assert.Equal(("Ben's", false, null), (bens.Name, bens.Verified, bens.LastAccepted));
        Assert.Empty(await house.OfAsync(house.Anna));
        Assert.DoesNotContain(await house.MethodsAsync(house.House.Anna), m => m.Kind == ContactMethodKind.Push);
        Assert.Equal(sent, house.House.Push.Sent.Count);

        // Whom it rang for is told that, and not for whom it rings now.
        Assert.Equal(
            ["OnCall: A device of yours no longer rings for you, since somebody else has signed in there. Let it ring for you again, or another, by the screen Devices that ring."],
            await house.NoticesAsync(house.House.Anna));
        Assert.Empty(await house.NoticesAsync(house.House.Ben));
    }

    [Fact]
    public async Task A_shared_computer_rings_for_nobody()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var refused = (await house.RegisterAsync(house.Anna with { OnSharedComputer = true })).Refusal!;
        Assert.Equal((RefusalKind.Conflict, "shared-device"), (refused.Kind, refused.Type));
        Assert.Empty(await house.OfAsync(house.Anna));
    }

    [Fact]
    public async Task A_subscription_is_renewed_for_nobody_else_and_not_where_it_was_taken_away()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var first = (await house.RegisterAsync(house.Anna)).Value!;
        var next = house.Phone("https://push.example/next") with { Renews = first.Id };
        Assert.Equal("unknown-device", (await house.RegisterAsync(house.Ben, next)).Refusal!.Type);
        Assert.Equal(first.Id, Assert.Single(await house.OfAsync(house.Anna)).Id);

        var renewed = (await house.RegisterAsync(house.Anna, next)).Value!;
        Assert.Equal(renewed.Id, Assert.Single(await house.OfAsync(house.Anna)).Id);
        Assert.Equal(renewed.Id, (await house.RegisterAsync(house.Anna, next)).Value!.Id);
        Assert.Empty(await house.NoticesAsync(house.House.Anna));

        await house.Get<RemoveDevice>().RunAsync(house.Anna, new PushDeviceId(renewed.Id), CancellationToken.None);
        Assert.Equal("unknown-device", (await house.RegisterAsync(house.Anna, house.Phone("https://push.example/third") with { Renews = renewed.Id })).Refusal!.Type);
        Assert.Empty(await house.OfAsync(house.Anna));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_browser_that_is_left_rings_no_more_and_its_person_is_told_where_somebody_else_leaves_it(bool herself, int told)
    {
        await using var house = await PhoneHouse.OpenAsync();
        await house.RegisterAsync(house.Anna);
        var who = herself ? house.Anna : house.Ben with { OnSharedComputer = true };
        foreach (var endpoint in new[] { "https://push.example/unknown", "https://push.example/anna", "https://push.example/anna" })
        {
            Assert.True((await house.Get<LeaveDevice>().RunAsync(who, new LeaveDeviceRequest(endpoint), CancellationToken.None)).Ok);
        }

        Assert.Empty(await house.OfAsync(house.Anna));
        Assert.Equal(told, (await house.NoticesAsync(house.House.Anna)).Count);
        Assert.Equal(["endpoint"], (await house.Get<LeaveDevice>().RunAsync(who, new LeaveDeviceRequest(""), CancellationToken.None)).Refusal!.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task What_is_registered_again_unchanged_stays_as_it_is()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        await house.TestAsync(house.Anna, phone.Id);
        await house.ConfirmAsync(house.Anna, phone.Id, house.LastToken());

        var again = (await house.RegisterAsync(house.Anna, house.Phone(name: "Another name"))).Value!;
        Assert.Equal((phone.Id, "Phone", true), (again.Id, again.Name, again.Verified));
        Assert.Single(await house.OfAsync(house.Anna));
    }

    [Theory]
    [InlineData("https://elsewhere.example/anna", "subscription.endpoint")]
    [InlineData("http://push.example/anna", "subscription.endpoint")]
    [InlineData("file:///etc/passwd", "subscription.endpoint")]
    public async Task Pushes_go_to_no_other_host(string endpoint, string field)
    {
        await using var house = await PhoneHouse.OpenAsync();
        var refused = (await house.RegisterAsync(house.Anna, house.Phone(endpoint))).Refusal!;
        Assert.Equal([field], refused.Errors.Select(e => e.Field));
        Assert.Empty(await house.OfAsync(house.Anna));
    }

    [Fact]
    public async Task Keys_that_nothing_can_be_encrypted_for_are_refused()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var offCurve = "BA" + new string('B', 85);
        var refused = (await house.RegisterAsync(house.Anna, new RegisterDeviceRequest("Phone", new SubscriptionBody("https://push.example/a", new SubscriptionKeysBody(offCurve, "short"))))).Refusal!;
        Assert.Equal(["subscription.keys.p256dh", "subscription.keys.auth"], refused.Errors.Select(e => e.Field));
        Assert.Equal(["token"], (await house.RegisterAsync(house.Anna, house.Phone() with { Token = "a-device-token" })).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal(["token"], (await house.RegisterAsync(house.Anna, new RegisterDeviceRequest("Phone"))).Refusal!.Errors.Select(e => e.Field));
        Assert.Equal(["token"], (await house.RegisterAsync(house.Anna, new RegisterDeviceRequest("Phone", Token: "device:00000000000000000000000000000001"))).Refusal!.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Nobody_has_more_than_ten()
    {
        await using var house = await PhoneHouse.OpenAsync();
        for (var i = 0; i < RegisterDevice.MostDevices; i++)
        {
            Assert.True((await house.RegisterAsync(house.Anna, house.Phone($"https://push.example/{i}"))).Ok);
        }

        Assert.Equal(["name"], (await house.RegisterAsync(house.Anna)).Refusal!.Errors.Select(e => e.Field));
        Assert.True((await house.RegisterAsync(house.Anna, house.Phone("https://push.example/3"))).Ok);
        Assert.Equal(RegisterDevice.MostDevices, (await house.OfAsync(house.Anna)).Count);
        Assert.True((await house.RegisterAsync(house.Ben)).Ok);
    }

    [Fact]
    public async Task The_key_to_subscribe_under_is_one_point_and_the_same_for_all()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var key = (await house.Get<ReadDevices>().KeyAsync(house.Anna, CancellationToken.None)).Value!.Key;
        Assert.Equal(87, key.Length);
        Assert.StartsWith("B", key, StringComparison.Ordinal);
        Assert.Equal(key, (await house.Get<ReadDevices>().KeyAsync(house.Ben, CancellationToken.None)).Value!.Key);
    }

    [Fact]
    public async Task Where_no_push_is_set_up_nothing_is_registered_and_integrations_have_none()
    {
        await using var house = await PhoneHouse.OpenAsync();
        Assert.Equal(RefusalKind.Forbidden, (await house.RegisterAsync(House.Lab)).Refusal!.Kind);
        house.Web.IsConfigured = false;
        Assert.Equal("push-not-configured", (await house.RegisterAsync(house.Anna)).Refusal!.Type);
        Assert.Equal("push-not-configured", (await house.Get<ReadDevices>().KeyAsync(house.Anna, CancellationToken.None)).Refusal!.Type);
        Assert.Empty(await house.OfAsync(house.Anna));
    }

    [Fact]
    public async Task A_device_that_its_provider_does_not_know_any_more_is_removed_and_said()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        house.House.Push.Always(DeliveryStatus.FailedForGood, addressIsDead: true);
        Assert.True((await house.TestAsync(house.Anna, phone.Id)).Value!.Removed);
        Assert.Empty(await house.OfAsync(house.Anna));
        Assert.DoesNotContain(await house.MethodsAsync(house.House.Anna), m => m.Kind == ContactMethodKind.Push);
    }

    [Fact]
    public async Task What_was_not_taken_is_said_of_the_device()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        house.House.Push.Always(DeliveryStatus.FailedForNow);
        Assert.Equal("failedForNow", (await house.TestAsync(house.Anna, phone.Id)).Value!.Status);
        var shown = Assert.Single(await house.OfAsync(house.Anna));
        Assert.Equal(("FailedForNow.", null), (shown.Failure, shown.LastAccepted));
        Assert.Equal(house.House.Time.GetCurrentInstant(), shown.LastFailure);
    }

    [Fact]
    public async Task A_device_that_is_removed_gets_nothing_more()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        Assert.True((await house.Get<RemoveDevice>().RunAsync(house.Anna, new PushDeviceId(phone.Id), CancellationToken.None)).Ok);
        Assert.Empty(await house.OfAsync(house.Anna));
        Assert.Null(await house.Get<IPushTargets>().FindAsync(DeviceAddress.Of(new PushDeviceId(phone.Id)), CancellationToken.None));
        Assert.Equal("unknown-device", (await house.TestAsync(house.Anna, phone.Id)).Refusal!.Type);
    }

    [Fact]
    public async Task What_came_of_a_page_is_noted_too_and_a_dead_device_goes()
    {
        await using var house = await PhoneHouse.OpenAsync();
        var phone = (await house.RegisterAsync(house.Anna)).Value!;
        await house.House.PageAsync();
        await house.House.DeliverAsync();
        Assert.Contains(house.House.Push.Sent, n => n.Address == DeviceAddress.Of(new PushDeviceId(phone.Id)) && n.Text is ExternalText);
        Assert.Equal(house.House.Time.GetCurrentInstant(), Assert.Single(await house.OfAsync(house.Anna)).LastAccepted);

        house.House.Push.Always(DeliveryStatus.FailedForGood, addressIsDead: true);
        await house.House.PageAsync();
        await house.House.DeliverAsync();
        Assert.Empty(await house.OfAsync(house.Anna));
    }
}
