using OnCall.Api.Screens.Wording;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

public sealed class ScreenLanguageTests
{
    [Theory]
    [InlineData("ja", "zh-CN,zh;q=0.9", "ja")]
    [InlineData(null, "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData(null, "fr, ja;q=0.5, en;q=0.4", "ja")]
    [InlineData(null, "en;q=0.4, ja;q=0", "en")]
    [InlineData("fr", "ja", "ja")]
    [InlineData(null, "fr", "en")]
    [InlineData(null, ";;,=", "en")]
    [InlineData(null, null, "en")]
    [InlineData("zh-Hant-TW", null, "zh-Hans")]
    public void The_persons_own_choice_comes_before_the_browsers(string? chosen, string? accepted, string tag) =>
        Assert.Equal(tag, ScreenLanguage.For(chosen, accepted).Tag);
}
