using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests.Sentences;

/// <summary>A message of a validator, which writes its arguments itself: <c>{MaxLength}</c>.</summary>
internal static partial class ValidatorMessage
{
    public static SentenceForm Read(string message)
    {
        var names = Argument().Matches(message).Select(match => SentenceForm.Camel(match.Groups["name"].Value)).ToList();
        return new SentenceForm(Argument().Replace(message, SentenceForm.Hole.ToString()), names);
    }

    [GeneratedRegex(@"\{(?<name>\w+)(?::[^{}]*)?\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Argument();
}
