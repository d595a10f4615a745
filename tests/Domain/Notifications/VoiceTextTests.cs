using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>What a call says, in each language.</summary>
public sealed class VoiceTextTests
{
    public static TheoryData<SpokenLanguage, Urgency> Everything => new MatrixTheoryData<SpokenLanguage, Urgency>(Enum.GetValues<SpokenLanguage>(), Enum.GetValues<Urgency>());

    [Theory]
    [InlineData(SpokenLanguage.BritishEnglish, "Urgent page for Cardiology – duty physician. Reference A, 1, B, 2. Call back 5 5 5, 0 1 9 9, extension, 1 2.")]
    [InlineData(SpokenLanguage.AmericanEnglish, "Urgent page for Cardiology – duty physician. Reference A, 1, B, 2. Call back 5 5 5, 0 1 9 9, extension, 1 2.")]
    [InlineData(SpokenLanguage.Japanese, "至急の呼び出しです。Cardiology – duty physician。参照番号、A、1、B、2。 折り返し先、5 5 5、0 1 9 9、内線、1 2。")]
    [InlineData(SpokenLanguage.Chinese, "紧急呼叫，Cardiology – duty physician。编号，A，1，B，2。 回电号码，5 5 5，0 1 9 9，分机，1 2。")]
    public void A_page_is_announced_by_role_urgency_reference_and_callback(SpokenLanguage language, string expected) =>
        Assert.Equal(expected, Text("555 0199 ext 12").ToSpeech(language).Announcement);

    [Fact]
    public void A_page_without_a_callback_names_none() =>
        Assert.Equal("Code page for Cardiology – duty physician. Reference A, 1, B, 2.", Text(null, Urgency.Code).ToSpeech(SpokenLanguage.BritishEnglish).Announcement);

    [Fact]
    public void A_repeat_says_that_it_is_one() =>
        Assert.StartsWith("This is a repeat. ", (Text(null) with { Purpose = NotificationPurpose.Repeat }).ToSpeech(SpokenLanguage.BritishEnglish).Announcement, StringComparison.Ordinal);

    [Theory]
    [InlineData("+1 *67#", SpokenLanguage.BritishEnglish, "Call back plus 1, star 6 7 hash.")]
    [InlineData("+1 *67#", SpokenLanguage.AmericanEnglish, "Call back plus 1, star 6 7 pound.")]
    [InlineData("+1 *67#", SpokenLanguage.Japanese, "折り返し先、プラス 1、アスタリスク 6 7 シャープ。")]
    [InlineData("5550199EXT12", SpokenLanguage.BritishEnglish, "Call back 5 5 5 0 1 9 9 extension 1 2.")]
    public void A_number_is_spelled_digit_by_digit(string callback, SpokenLanguage language, string expected) =>
        Assert.EndsWith(expected, Text(callback).ToSpeech(language).Announcement, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_language_has_words_for_everything_and_no_two_the_same(SpokenLanguage language, Urgency urgency)
    {
        var speech = Text("1", urgency).ToSpeech(language);
        string[] all =
        [
            speech.Announcement, speech.Keys, speech.OwnersKeys, speech.NoKeys, speech.NothingPressed, speech.NoSignOfLife, speech.YouHaveIt, speech.PassedOn, speech.ReadBack, speech.Closed,
            speech.PassedOnBefore, speech.CannotAnswer, speech.NotTaken, speech.SomebodyHasIt("Dr Ben"), speech.SeveralHaveIt(2, 3),
            speech.HandedOver(["Dr Ben", "Dr Eve"]), speech.HandedOver([]),
        ];

        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, said => Assert.DoesNotContain('{', said));
        Assert.Contains("Dr Ben", speech.SomebodyHasIt("Dr Ben"), StringComparison.Ordinal);
        Assert.Contains('2', speech.SeveralHaveIt(2, 3));
        Assert.Contains('3', speech.SeveralHaveIt(2, 3));
        Assert.Contains('1', speech.Keys);
        Assert.Contains('2', speech.Keys);
        Assert.Equal(language is SpokenLanguage.Japanese or SpokenLanguage.Chinese, speech.Keys.Any(c => c > 0x2E80));
    }

    [Fact]
    public void A_critical_result_is_read_back_to_the_number_that_asks_for_it() =>
        Assert.EndsWith("Call back 5 5 5.", Text("555", Urgency.CriticalResult).ToSpeech(SpokenLanguage.BritishEnglish).ReadBack, StringComparison.Ordinal);

    [Fact]
    public void A_role_that_looks_like_a_form_is_only_a_name() =>
        Assert.Contains("{0} {9}", (Text(null) with { RoleName = "{0} {9}" }).ToSpeech(SpokenLanguage.BritishEnglish).Announcement, StringComparison.Ordinal);

    [Theory]
    [InlineData("ja", SpokenLanguage.Japanese, "ja-JP")]
    [InlineData("ja-JP", SpokenLanguage.Japanese, "ja-JP")]
    [InlineData("zh-Hans-CN", SpokenLanguage.Chinese, "zh-CN")]
    [InlineData("ZH", SpokenLanguage.Chinese, "zh-CN")]
    [InlineData("en", SpokenLanguage.BritishEnglish, "en-GB")]
    [InlineData("en-US", SpokenLanguage.AmericanEnglish, "en-US")]
    [InlineData("en_us", SpokenLanguage.AmericanEnglish, "en-US")]
    [InlineData("fr", SpokenLanguage.BritishEnglish, "en-GB")]
    [InlineData("", SpokenLanguage.BritishEnglish, "en-GB")]
    [InlineData(null, SpokenLanguage.BritishEnglish, "en-GB")]
    public void A_person_is_spoken_to_in_the_language_that_they_read(string? tag, SpokenLanguage language, string voice) =>
        Assert.Equal((language, voice), (SpokenLanguages.Of(tag), SpokenLanguages.Of(tag).ToTag()));

    private static ExternalText Text(string? callback, Urgency urgency = Urgency.Urgent)
    {
        Assert.True(PageReference.TryParse("A1B2", out var reference));
        var parsed = callback is not null && Callback.TryParse(callback, out var value) ? value : null;
        Assert.Equal(callback, parsed?.Value);
        return new ExternalText(NotificationPurpose.Page, urgency, "Cardiology – duty physician", reference, parsed);
    }
}
