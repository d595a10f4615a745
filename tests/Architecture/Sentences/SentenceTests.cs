using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests.Sentences;

/// <summary>People read the sentences of the rules in Japanese and Chinese too: each has its translation, with the same arguments.</summary>
public sealed class SentenceTests
{
    private static readonly Lazy<IReadOnlyList<SourceSentence>> Sources = new(() =>
        [.. SourceFile.Under("src/OnCall.Domain", "src/OnCall.Application", "src/OnCall.RosterFiles", "src/OnCall.Channels", "src/OnCall.Data", "src/OnCall.Api")
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(SourceSentence.In)]);

    public static TheoryData<string> Languages => ["ja", "zh-Hans"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_of_the_rules_is_translated(string language) => Found.Nothing(Missing(Sources.Value, language));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_translation_has_the_arguments_of_its_sentence(string language) => Assert.Empty(
        SentenceText.Of(language).Where(entry => !SentenceText.Arguments(entry.Key).SequenceEqual(SentenceText.Arguments(entry.Value))).Select(entry => entry.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_translation_is_of_a_sentence_that_nobody_says_any_more(string language)
    {
        var said = Sources.Value.SelectMany(source => source.Forms).Select(form => SentenceText.Shape(form.Key())).ToHashSet(StringComparer.Ordinal);
        var gone = SentenceText.Of(language).Keys.Select(SentenceText.Shape).Where(shape => !said.Contains(shape) && !Untranslated.Made.ContainsKey(shape)).ToList();
        Assert.Empty(gone);
    }

    [Fact]
    public void Every_exception_is_still_one()
    {
        var files = SourceFile.Under("src").Select(file => file.Path).ToList();
        Assert.All(Untranslated.Places.Keys, place => Assert.Contains(files, file => file.StartsWith(place, StringComparison.Ordinal)));
        Assert.All(Untranslated.Made.Keys, made => Assert.Contains(made, SentenceText.Of("ja").Keys.Select(SentenceText.Shape)));
    }

    [Fact]
    public void A_planted_sentence_is_found_with_each_of_its_choices()
    {
        const string code = """
            class Rules
            {
                string Way(bool up) => up ? "above" : "below";
                void Say(Turn turn, string who, bool some, int n)
                {
                    var count = n > 1 ? $" ({n} times)" : "";
                    turn.Record(Kind.New, some ? $"{who} sang{count}." : $"The tide stands {Way(some)} the door.");
                    throw new InvalidOperationException("Nobody reads this one.");
                }
            }
            """;
        var planted = new SourceFile("src/OnCall.Domain/Planted.cs", code);

        Assert.Equal(
            [
                "src/OnCall.Domain/Planted.cs:7: The tide stands above the door.",
                "src/OnCall.Domain/Planted.cs:7: The tide stands below the door.",
                "src/OnCall.Domain/Planted.cs:7: {who} sang ({n} times).",
                "src/OnCall.Domain/Planted.cs:7: {who} sang.",
            ],
            Missing(SourceSentence.In(planted), "ja").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_arguments_of_a_validators_message_are_found() =>
        Assert.Equal("At most {maxLength} characters.", ValidatorMessage.Read("At most {MaxLength} characters.").Key());

    private static IEnumerable<string> Missing(IEnumerable<SourceSentence> sources, string language)
    {
        var translated = SentenceText.ShapesOf(language);
        return from source in sources
               from form in source.Forms
               let shape = SentenceText.Shape(form.Key())
               where !translated.Contains(shape) && Untranslated.ReasonFor(source.Path, shape) is null
               select $"{source.Path}:{source.Line}: {form.Key()}";
    }
}
