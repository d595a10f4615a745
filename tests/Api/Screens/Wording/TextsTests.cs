using OnCall.Api.Screens.Wording;
using OnCall.Testing;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

/// <summary>The screens speak three languages, and no part of them is left out.</summary>
public sealed class TextsTests
{
    /// <summary>Texts that a screen asks for by a variable.</summary>
    private static readonly string[] ByName =
    [
        "Back to your inbox", "Break the glass…", "Open the screen again", "This form is out of date – nothing was done", "Too many requests",
        "You signed in again, or as somebody else, since it was opened. Open the screen again and repeat what you did.",
    ];

    /// <summary>Screens whose words are still English only.</summary>
    private static readonly string[] NotYet = [];

    public static TheoryData<string> Others => ["ja", "zh-Hans"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_is_there_in_every_language(string tag)
    {
        var texts = TextCatalog.Of(ScreenLanguage.Of(tag)!);
        Found.Nothing(ScreenTexts.Sources(".cs", ".cshtml")
            .SelectMany(s => ScreenTexts.AskedFor(s.Value).Where(t => !texts.ContainsKey(t)).Select(t => $"{s.Key}: “{t}” is not there in {tag}")));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_text_is_left_over(string tag)
    {
        var asked = ScreenTexts.Sources(".cs", ".cshtml").Values.SelectMany(ScreenTexts.AskedFor).Concat(ByName).ToHashSet(StringComparer.Ordinal);
        Found.Nothing(TextCatalog.Of(ScreenLanguage.Of(tag)!).Keys.Where(t => !asked.Contains(t)).Select(t => $"No screen asks for “{t}”"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_text_has_the_same_blanks_in_every_language(string tag) => Found.Nothing(
        TextCatalog.Of(ScreenLanguage.Of(tag)!).Where(t => ScreenTexts.Blanks(t.Key) != ScreenTexts.Blanks(t.Value) || t.Value.Length == 0).Select(t => $"“{t.Key}”: “{t.Value}”"));

    [Fact]
    public void No_screen_shows_words_that_it_did_not_ask_for() => Found.Nothing(
        ScreenTexts.Sources(".cshtml")
            .Where(s => !NotYet.Any(n => s.Key.Contains(n, StringComparison.Ordinal)))
            .SelectMany(s => ScreenTexts.Bare(s.Value).Select(w => $"{s.Key}: “{w}”")));

    [Theory]
    [InlineData("""<p class="a">@Model.Name Hello there</p>""")]
    [InlineData("""<p>@T["One"] and <b>@(Model.Is(1) ? T["Two"] : "")</b></p>""")]
    [InlineData("""<input aria-label="Employee number">""")]
    [InlineData("""<input placeholder="@Model.A of it">""")]
    [InlineData("@foreach (var line in Model.Lines)\n{\n  <li>@line.Text until</li>\n}")]
    public void Words_that_were_not_asked_for_are_found(string screen) => Assert.Single(ScreenTexts.Bare(screen));

    [Theory]
    [InlineData("""<p class="a">@Model.Name – @T["Hello {0}", Model.Of(1)], @T.Until(Model.At, Model.Now)</p>""")]
    [InlineData("""@if (Model.Names.Any(n => n.Length > 0)) {""" + "\n  <p>OnCall 24 &nbsp;</p>\n}")]
    [InlineData("""<input aria-label="@T["Employee number"]" value="@Model.Name" placeholder="@T["Name"]">""")]
    public void Words_that_were_asked_for_are_not(string screen) => Assert.Empty(ScreenTexts.Bare(screen));

    [Fact]
    public void What_is_asked_for_is_found() => Assert.Equal(
        ["A \"b\" {0}", "C", "one", "{0} of many"],
        ScreenTexts.AskedFor("""x => t["A \"b\" {0}", n] + T.Html("C") + t.Many(list.Count(a => a.Is("q")), "one", "{0} of many") + other["D"]"""));
}
