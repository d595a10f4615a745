using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Paging.Links;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>Anna's text message carries a link, and a page is taken by it: once, by her, on one device.</summary>
public sealed class AnswerLinkTests
{
    private const string Phone = "anna's phone", Other = "somebody's tablet";

    [Fact]
    public async Task Looking_takes_nothing_and_the_button_takes_the_page_for_whom_the_message_asked()
    {
        await using var house = await House.OpenAsync();
        var (page, reference, token) = await LinkedAsync(house);

        var look = await LookAsync(house, token);
        Assert.Equal((LinkStanding.Asks, page, house.Anna.Name, reference), (look.Standing, look.Page, look.Name, look.Reference));
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);

        Assert.Equal(LinkStanding.Yours, (await TakeAsync(house, token)).Standing);
        Assert.Equal(house.Anna.Id, Assert.Single((await house.LoadAsync(page)).Escalation.Acknowledgements).Person);
        Assert.Equal(LinkStanding.Yours, (await TakeAsync(house, token)).Standing);
    }

    [Fact]
    public async Task A_link_that_was_used_is_worth_nothing_on_another_device()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        await TakeAsync(house, token);

        Assert.Equal(LinkStanding.OtherDevice, (await LookAsync(house, token, Other)).Standing);
        Assert.Equal(LinkStanding.OtherDevice, (await LookAsync(house, token, null)).Standing);
        var refused = await TakeAsync(house, token, Other);
        Assert.Equal((LinkStanding.OtherDevice, null), (refused.Standing, refused.Page));
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Refused);
        Assert.Equal(1, await AuditedAsync(house, "link-other-device"));
    }

    [Fact]
    public async Task Whoever_tries_again_and_again_is_written_down_once_for_each_device_and_reason()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        await TakeAsync(house, token);
        var before = (await house.TrailAsync(page)).Count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(house, token, Other))));
        Assert.Equal(LinkStanding.OtherDevice, (await TakeAsync(house, token, Other)).Standing);
        Assert.Equal(1, await AuditedAsync(house, "link-other-device"));
        await TakeAsync(house, token, "a third");
        Assert.Equal(2, await AuditedAsync(house, "link-other-device"));

        house.Time.Advance(Duration.FromHours(24) + Duration.FromSeconds(1));
        await TakeAsync(house, token, Other);
        await TakeAsync(house, token, Other);
        Assert.Equal(1, await AuditedAsync(house, "link-over"));
        Assert.Equal(before + 3, (await house.TrailAsync(page)).Count);
    }

    [Fact]
    public async Task Whoever_makes_up_devices_does_not_fill_the_trail()
    {
        await using var house = await House.OpenAsync();
        var (_, _, token) = await LinkedAsync(house);
        await TakeAsync(house, token);
        for (var i = 0; i < 2 * ToldRefusals.MostOfOne; i++)
        {
            Assert.Equal(LinkStanding.OtherDevice, (await TakeAsync(house, token, $"device {i}")).Standing);
        }

        Assert.Equal(ToldRefusals.MostOfOne, await AuditedAsync(house, "link-other-device"));
    }

    [Fact]
    public async Task The_button_of_a_page_that_somebody_else_has_tells_it_once_and_takes_it_when_it_asks_again()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        await house.Get<AcknowledgePage>().RunAsync(house.Dispatcher, page, new AcknowledgeRequest("N2"), CancellationToken.None);
        var before = (await house.TrailAsync(page)).Count;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(LinkStanding.Taken, (await TakeAsync(house, token)).Standing);
        }

        Assert.Equal(before + 1, (await house.TrailAsync(page)).Count);
        Assert.True((await house.Get<DeclinePage>().RunAsync(TestHospital.CallerOf(house.Ben), page, null, CancellationToken.None)).Ok);
        Assert.Equal(LinkStanding.Yours, (await TakeAsync(house, token)).Standing);
    }

    [Fact]
    public async Task Of_two_devices_at_one_moment_one_has_the_link()
    {
        await using var house = await House.OpenAsync();
        var (_, _, token) = await LinkedAsync(house);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TakeAsync(house, token, $"device {i}"))));

        Assert.Single(answers, a => a.Standing == LinkStanding.Yours);
        Assert.Equal(7, answers.Count(a => a.Standing == LinkStanding.OtherDevice));
    }

    [Fact]
    public async Task Every_changed_character_makes_it_worth_nothing()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        for (var place = 0; place < token.Length; place++)
        {
            var forged = token.Remove(place, 1).Insert(place, token[place] == 'A' ? "B" : "A");
            Assert.Equal(LinkStanding.Unknown, (await TakeAsync(house, forged)).Standing);
        }

        foreach (var forged in new[] { "", "x", token + "A", token[..^1], new string('A', 43), new string('_', 43), new string('A', 42) + "B", "å" + token[1..], null })
        {
            Assert.Equal(LinkStanding.Unknown, (await LookAsync(house, forged)).Standing);
        }

        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task A_link_made_with_another_secret_or_for_another_person_or_page_is_worth_nothing()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        var id = AcknowledgeToken.Read(token)!.Value;
        var secret = await house.Get<LinkSecret>().ReadAsync(CancellationToken.None);
        string[] forged =
        [
            AcknowledgeToken.Of(new byte[AcknowledgeToken.SecretBytes], id, page, house.Anna.Id),
            AcknowledgeToken.Of(secret, id, page, house.Ben.Id),
            AcknowledgeToken.Of(secret, id, new PageId(house.Ben.Id.Value), house.Anna.Id),
        ];

        foreach (var link in forged)
        {
            Assert.Equal(LinkStanding.Unknown, (await TakeAsync(house, link)).Standing);
        }

        Assert.Equal(token, AcknowledgeToken.Of(secret, id, page, house.Anna.Id));
    }

    [Fact]
    public async Task After_a_day_it_is_over_and_after_the_page_was_taken_or_closed_it_says_so()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        await house.Get<AcknowledgePage>().RunAsync(house.Dispatcher, page, new AcknowledgeRequest("N2"), CancellationToken.None);
        Assert.Equal(LinkStanding.Taken, (await TakeAsync(house, token)).Standing);
        await house.Get<ResolvePage>().RunAsync(house.Dispatcher, page, "Seen", CancellationToken.None);
        Assert.Equal(LinkStanding.Closed, (await TakeAsync(house, token)).Standing);

        house.Time.Advance(Duration.FromHours(24) + Duration.FromSeconds(1));
        Assert.Equal((LinkStanding.Over, null), ((await TakeAsync(house, token)) is var over ? over.Standing : default, over.Page));
    }

    [Fact]
    public async Task A_number_that_is_not_proven_as_theirs_any_more_opens_nothing()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house);
        await house.Hospital.ChangeAsync(house.Anna with { ContactMethods = [] });

        Assert.Equal(LinkStanding.NotTheirs, (await TakeAsync(house, token)).Standing);
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task A_critical_result_is_taken_by_it_only_with_the_value_read_back()
    {
        await using var house = await House.OpenAsync();
        var (page, _, token) = await LinkedAsync(house, "critical-result");

        Assert.True((await LookAsync(house, token)).ReadsBack);
        Assert.Equal(LinkStanding.ReadBackNeeded, (await TakeAsync(house, token)).Standing);
        Assert.Equal(LinkStanding.ReadBackNeeded, (await TakeAsync(house, token, Phone, " ")).Standing);
        Assert.Single(await house.TrailAsync(page), e => e.Kind == PageEventKind.ReadBackNeeded);
        Assert.Equal(LinkStanding.Yours, (await TakeAsync(house, token, Phone, "K 2.1")).Standing);
        Assert.Equal("K 2.1", Assert.Single((await house.LoadAsync(page)).Escalation.Acknowledgements).ReadBack);
    }

    [Fact]
    public async Task Messages_that_ask_nobody_and_the_devices_of_roles_carry_none()
    {
        await using var house = await House.OpenAsync();
        var writer = Writer(house);
        var (page, reference) = await house.PageAsync();
        var text = new ExternalText(NotificationPurpose.Page, Urgency.Urgent, "Ward", reference, null);
        var claimed = new ClaimedNotification(
            new NotificationId(page.Value), page, house.Anna.Id, house.Anna.Name, null, ContactMethodKind.Sms, "+447700900001", 1, house.Time.GetCurrentInstant(), text);

        Assert.NotNull(await writer.OfAsync(claimed, CancellationToken.None));
        Assert.Null(await writer.OfAsync(claimed with { Person = null }, CancellationToken.None));
        Assert.Null(await writer.OfAsync(claimed with { Kind = ContactMethodKind.Snpp }, CancellationToken.None));
        foreach (var purpose in new[] { NotificationPurpose.Taken, NotificationPurpose.HandedOver, NotificationPurpose.Notice })
        {
            Assert.Null(await writer.OfAsync(claimed with { Text = text with { Purpose = purpose } }, CancellationToken.None));
        }
    }

    private static LinkWriter Writer(House house) => new("https://oncall.example", house.Get<LinkSecret>(), NullLogger<LinkWriter>.Instance);

    private static async Task<(PageId Page, PageReference Reference, string Token)> LinkedAsync(House house, string urgency = "urgent")
    {
        var (page, reference) = await house.PageAsync(urgency);
        await using var node = house.OtherNode(s => s.AddSingleton<ILinkWriter>(Writer(house)));
        foreach (var claimed in await node.GetRequiredService<SendNotifications>().ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 100, CancellationToken.None))
        {
            await node.GetRequiredService<SendNotifications>().SendAsync(claimed, CancellationToken.None);
        }

        var link = Assert.Single(house.Sms.Sent).Link!;
        Assert.StartsWith("https://oncall.example/a/", link, StringComparison.Ordinal);
        return (page, reference, link[^43..]);
    }

    private static Task<LinkAnswer> LookAsync(House house, string? token, string? device = Phone) =>
        house.Get<AnswerLink>().LookAsync(token, device, CancellationToken.None);

    private static Task<LinkAnswer> TakeAsync(House house, string token, string device = Phone, string? readBack = null) =>
        house.Get<AnswerLink>().TakeAsync(token, device, readBack, CancellationToken.None);

    private static Task<int> AuditedAsync(House house, string reason) => house.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = 'page.answer-refused' and detail like @like", new { like = $"%{reason}%" }),
        CancellationToken.None);
}
