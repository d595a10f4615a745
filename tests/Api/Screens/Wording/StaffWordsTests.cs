using NodaTime;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Paging;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

public sealed class StaffWordsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 5, 40);
    private static readonly PersonLine Adler = new("A1", "Dr Adler");

    [Theory]
    [InlineData("555 0199 ext 12", "tel:5550199;ext=12")]
    [InlineData("+44 20 7946 0000", "tel:+442079460000")]
    [InlineData("*41#", "tel:*41%23")]
    public void A_callback_is_a_link_that_a_telephone_dials(string callback, string link) => Assert.Equal(link, CallLink.Of(callback));

    [Fact]
    public void Of_each_technology_the_farthest_that_a_page_came_is_told_whatever_came_in_first()
    {
        var page = Page(
            new(At, "attempt", "Dr Adler", "sms", ""), new(At, "delivered", "Dr Adler", "sms", ""), new(At, "accepted", "Dr Adler", "sms", ""),
            new(At, "failed", "Dr Adler", "push", ""), new(At, "accepted", "Dr Baum", "voice", ""), new(At, "reply", "Dr Adler", "sms", ""));

        Assert.Equal(["✓✓ SMS: delivered", "✗ Push: failed"], ReachText.Of(Texts.English, page, Adler).Select(r => $"{r.Sign} {r.Words}"));
    }

    [Fact]
    public void What_a_person_wrote_is_not_translated_and_what_every_page_offers_is()
    {
        var japanese = new Texts(ScreenLanguage.Japanese);
        Assert.Equal(("向かいます", "Open"), (ReplyText.Of(japanese, "On my way"), ReplyText.Of(japanese, "Open")));
    }

    private static PageView Page(params EventLine[] events) => new(
        Guid.Empty, "#A1B2", "open", false, "urgent", new RoleLine("ward", "Ward"), null, null, null, null, [], new PersonLine("N1", "Nina"), At,
        [], 1, 4, null, [], 1, null, null, null, events);
}
