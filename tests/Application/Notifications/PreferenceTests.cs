using NodaTime;
using OnCall.Application.Tests.Support;
using OnCall.Data.Directory;
using OnCall.Domain.Audit;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

/// <summary>Anna has SMS and a pager, and prefers the pager.</summary>
public sealed class PreferenceTests
{
    [Fact]
    public async Task An_urgent_page_goes_first_where_the_person_wants_it()
    {
        await using var house = await PagerFirstAsync();
        await house.PageAsync();
        await house.DeliverAsync();
        Assert.Equal((0, 1), (house.Sms.Sent.Count, house.Pager.Sent.Count));

        await house.PassAsync(Duration.FromSeconds(90));
        Assert.Equal((1, 1), (house.Sms.Sent.Count, house.Pager.Sent.Count));
    }

    [Fact]
    public async Task A_code_goes_everywhere_at_once_all_the_same()
    {
        await using var house = await PagerFirstAsync();
        await house.PageAsync("code");
        await house.DeliverAsync();
        Assert.Equal((1, 1), (house.Sms.Sent.Count, house.Pager.Sent.Count));
    }

    private static async Task<House> PagerFirstAsync()
    {
        var house = await House.OpenAsync();
        await house.Hospital.ChangeAsync(house.Anna with { ContactMethods = [.. house.Anna.ContactMethods, house.Hospital.Method(ContactMethodKind.Snpp)] });
        NotificationPreference[] wishes =
        [
            .. Enum.GetValues<Urgency>().SelectMany(u => new[]
            {
                new NotificationPreference(u, ContactMethodKind.Snpp, null, Duration.Zero),
                new NotificationPreference(u, ContactMethodKind.Sms, null, Duration.FromSeconds(90)),
            }),
        ];
        var audit = new AuditEntry(house.Time.GetCurrentInstant(), "system", "person.preferences", "test", "{}");
        await new PersonStore(house.Database).SavePreferencesAsync(house.Anna.Id, wishes, audit, CancellationToken.None);
        return house;
    }
}
