using System.Text.RegularExpressions;
using OnCall.Domain;
using OnCall.Domain.Paging;

namespace OnCall.Channels.Sms;

/// <summary>
/// An SMS reply as a person types it: <c>#A1B2 Y</c>, <c>a1b2 yes</c>, <c>Y</c>, <c>＃Ａ１Ｂ２ はい</c>, or words.
/// Whatever is not plainly yes or no stays text, so that nothing is taken by mistake.
/// </summary>
/// <param name="Reference">The page it names; null when it names none. One that fits no page may have been a word ("10min").</param>
/// <param name="Text">The words without the reference, in the person's own spelling.</param>
public sealed partial record SmsReply(SmsReplyKind Kind, PageReference? Reference, string Text)
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "y", "yes", "はい", "是", "是的" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "n", "no", "いいえ", "否", "不是" };

    public static SmsReply Parse(string body)
    {
        // What cannot be made plain is no reply word either.
        var text = (PlainForm.Of(body) ?? body).Trim();
        return Form().Match(text) is { Success: true } match
            && Names(match) && PageReference.TryParse(match.Groups["reference"].Value, out var reference)
                ? Of(reference, match.Groups["rest"].Value)
                : Of(null, text);
    }

    // "call me" and "have no idea" begin with words that could be references; without a hash or a digit only a yes or no makes them one.
    private static bool Names(Match match) =>
        match.Groups["hash"].Success
        || match.Groups["reference"].ValueSpan.ContainsAnyInRange('0', '9')
        || Meaning(match.Groups["rest"].Value) != SmsReplyKind.Text;

    private static SmsReply Of(PageReference? reference, string words) => new(Meaning(words), reference, words.Trim());

    private static SmsReplyKind Meaning(string words) => words.Trim(' ', '\t', '\r', '\n', '.', ',', '!', '。', '、', '"', '\'') switch
    {
        var word when Yes.Contains(word) => SmsReplyKind.Yes,
        var word when No.Contains(word) => SmsReplyKind.No,
        _ => SmsReplyKind.Text,
    };

    [GeneratedRegex(@"^(?<hash>#\s?)?(?<reference>[0-9A-Za-z]{4,8})(?![0-9A-Za-z])[\s:,.;\-]*(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Form();
}
