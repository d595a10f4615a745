using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Engine;

/// <summary>A provider's own limit is kept, the most urgent first; only routine pages share a message.</summary>
public sealed class FairSendingTests
{
    [Fact]
    public async Task No_more_begin_in_a_second_than_the_provider_takes()
    {
        await using var house = await House.OpenAsync();
        await StaffAsync(house, ContactMethodKind.Snpp, 25);
        await using var lanes = new Lanes(house, new ProviderLimits(100, 10), ContactMethodKind.Snpp);
        var (page, _) = await house.PageAsync("code");
        lanes.Signal.PageChanged(page);

        await lanes.Until(() => house.Pager.Sent.Count == 10 && house.Time.RingsWithin(Duration.FromMilliseconds(1010)));
        house.Time.Advance(Duration.FromMilliseconds(1009));
        Assert.Equal(10, house.Pager.Sent.Count);
        house.Time.Advance(Duration.FromMilliseconds(1));
        await lanes.Until(() => house.Pager.Sent.Count == 20 && house.Time.RingsWithin(Duration.FromMilliseconds(1010)));
        house.Time.Advance(Duration.FromMilliseconds(1010));
        await lanes.Until(() => house.Pager.Sent.Count == 25);
    }

    [Fact]
    public async Task A_code_finds_room_in_a_second_that_others_have_used_up()
    {
        await using var house = await House.OpenAsync();
        await StaffAsync(house, ContactMethodKind.Snpp, 20);
        await using var lanes = new Lanes(house, new ProviderLimits(100, 10), ContactMethodKind.Snpp);
        var (page, _) = await house.PageAsync("urgent");
        lanes.Signal.PageChanged(page);
        await lanes.Until(() => house.Pager.Sent.Count == 9 && house.Time.RingsWithin(Duration.FromMilliseconds(1010)));

        var (code, reference) = await house.PageAsync("code");
        lanes.Signal.PageChanged(code);

        await lanes.Until(() => house.Pager.Sent.Count == 10);
        Assert.Equal(reference, house.Pager.Sent[9].PageText().Reference);
    }

    [Fact]
    public async Task Routine_pages_to_one_device_that_wait_together_light_it_up_once()
    {
        await using var house = await House.OpenAsync();
        await StaffAsync(house, ContactMethodKind.Push, 1);
        var pages = new List<PageId>();
        for (var i = 0; i < 3; i++)
        {
            pages.Add((await house.PageAsync("routine")).Id);
        }

        await using var lanes = new Lanes(house, new ProviderLimits(16, null), ContactMethodKind.Push);
        lanes.Signal.PageChanged(pages[0]);
        await lanes.Until(() => house.Push.Sent.Count > 0);

        Assert.Equal(2, Assert.Single(house.Push.Sent).Others);
        foreach (var page in pages)
        {
            await lanes.Until(async () => (await house.TrailAsync(page)).Any(e => e is { Kind: PageEventKind.Accepted, Channel: ContactMethodKind.Push }));
        }
    }

    [Fact]
    public async Task Urgent_pages_to_one_device_ring_each_by_itself()
    {
        await using var house = await House.OpenAsync();
        await StaffAsync(house, ContactMethodKind.Push, 1);
        await house.PageAsync("urgent");
        var (page, _) = await house.PageAsync("urgent");
        await using var lanes = new Lanes(house, new ProviderLimits(16, null), ContactMethodKind.Push);
        lanes.Signal.PageChanged(page);

        await lanes.Until(() => house.Push.Sent.Count == 2);
        Assert.All(house.Push.Sent, sent => Assert.Equal(0, sent.Others));
    }

    private static async Task StaffAsync(House house, ContactMethodKind kind, int count)
    {
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        for (var i = 0; i < count; i++)
        {
            await house.Hospital.PutOnAsync(house.Cardiology, await house.Hospital.AddPersonAsync($"P{i}", house.Hospital.Method(kind)));
        }
    }
}
