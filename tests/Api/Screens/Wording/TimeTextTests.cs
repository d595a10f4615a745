using NodaTime;
using OnCall.Api.Screens.Wording;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

public sealed class TimeTextTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 5, 40, 12);

    [Theory]
    [InlineData("en", "22 Nov 14:40:12 JST", "22 Nov 2026 14:40:12 JST", "Sun 22 Nov 14:40")]
    [InlineData("ja", "11月22日 14:40:12 JST", "2026年11月22日 14:40:12 JST", "11月22日(日) 14:40")]
    [InlineData("zh", "11月22日 14:40:12 JST", "2026年11月22日 14:40:12 JST", "11月22日 周日 14:40")]
    public void A_moment_is_written_as_the_language_does_by_the_units_clock(string language, string local, string dated, string shorter)
    {
        var t = new Texts(ScreenLanguage.Of(language)!);
        Assert.Equal((local, dated), (t.Local(At, Tokyo), t.Dated(At, Tokyo)));
        Assert.Equal(shorter, t.Short(At, At - Duration.FromDays(1), Tokyo));
        Assert.Equal("14:40", t.Short(At, At, Tokyo));
    }

    [Theory]
    [InlineData("en", "in 1 min 20 s")]
    [InlineData("ja", "1分20秒後")]
    [InlineData("zh", "1 分 20 秒后")]
    public void A_wait_is_told_in_the_language(string language, string words) =>
        Assert.Equal(words, new Texts(ScreenLanguage.Of(language)!).Until(At + Duration.FromSeconds(80), At));

    [Fact]
    public void What_fills_a_text_that_is_HTML_is_encoded()
    {
        var html = new Texts(ScreenLanguage.Japanese).Html("<code>{0}</code>", "<b>");
        using var written = new StringWriter();
        html.WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal("<code>&lt;b&gt;</code>", written.ToString());
    }
}
