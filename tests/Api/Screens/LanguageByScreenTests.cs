using Xunit;

namespace OnCall.Api.Tests.Screens;

public sealed class LanguageByScreenTests
{
    [Fact]
    public async Task A_nurse_chooses_her_language_and_every_screen_speaks_it()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var account = await nurse.OpenAsync("/account");
        var chosen = await nurse.PressAsync(account, "Choose the language", ("Screens, messages and calls speak", "ja"));

        Assert.Equal("ja", chosen.DocumentElement.GetAttribute("lang"));
        Assert.Contains("サインインの方法", chosen.Words(), StringComparison.Ordinal);
        Assert.Equal("ja", (await nurse.OpenAsync("/")).DocumentElement.GetAttribute("lang"));

        var back = await nurse.PressAsync(chosen, "言語を選ぶ", ("画面・メッセージ・電話の言語", ""));
        Assert.Equal("en", back.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_language_that_is_none_is_refused_and_changes_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var account = await nurse.OpenAsync("/account");
        var request = Browser.Press(account, "Choose the language");
        var token = account.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("language", "no language")]);
        var refused = await nurse.SendAsync(request);

        Assert.Equal(422, nurse.Status);
        Assert.Contains("Write a BCP 47 language tag", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("en", (await nurse.OpenAsync("/")).DocumentElement.GetAttribute("lang"));
    }
}
