using OnCall.Domain.Notifications.Speech;

namespace OnCall.Domain.Notifications;

/// <summary>What a person has sent to a contact method of their own: a test, or a code to type in. It tells of no page and of nobody.</summary>
/// <param name="Code">Six digits; null for a test.</param>
/// <param name="Language">What it is written and spoken in.</param>
public sealed record CheckText(string? Code, SpokenLanguage Language) : OutgoingText
{
    public override string Tag => "check";

    /// <summary>A test shows what a page would do.</summary>
    public override bool Rings => true;

    public override string ToLine() => Language switch
    {
        SpokenLanguage.Japanese => Code is null
            ? "OnCall テスト: この連絡先の確認です。対応は不要です。"
            : $"OnCall 確認コード {Code}（10分間有効）。OnCallの画面にだけ入力してください。",
        SpokenLanguage.Chinese => Code is null
            ? "OnCall 测试：这是对此联系方式的测试，您无需处理。"
            : $"OnCall 验证码 {Code}，10分钟内有效。请只在OnCall中输入。",
        SpokenLanguage.BritishEnglish or SpokenLanguage.AmericanEnglish => Code is null
            ? "OnCall test of this contact method. Nothing to do."
            : $"OnCall code {Code}, good for 10 minutes. Type it into OnCall and tell it to nobody.",
    };

    public override string ToPagerLine() => Code is null ? $"OnCall TEST{Word("テスト", "测试")}" : $"OnCall CODE {Code}{Word("確認コード", "验证码")}";

    /// <summary>The digits one by one.</summary>
    public string ToSpeech() => Language switch
    {
        SpokenLanguage.Japanese => Code is null
            ? "オンコールです。この電話番号のテストです。対応は不要です。"
            : $"オンコールです。確認コードは、{Spelled("、")}。10分間有効です。",
        SpokenLanguage.Chinese => Code is null
            ? "这里是OnCall值班系统。这是对此号码的测试，您无需处理。"
            : $"这里是OnCall值班系统。验证码，{Spelled("，")}。10分钟内有效。",
        SpokenLanguage.BritishEnglish or SpokenLanguage.AmericanEnglish => Code is null
            ? "This is OnCall. This is a test of this number. Nothing to do."
            : $"This is OnCall. Your code is {Spelled(", ")}. It is good for 10 minutes.",
    };

    private string Spelled(string pause) => string.Join(pause, Code!.ToCharArray());

    private string Word(string japanese, string chinese) => Language switch
    {
        SpokenLanguage.Japanese => " " + japanese,
        SpokenLanguage.Chinese => " " + chinese,
        SpokenLanguage.BritishEnglish or SpokenLanguage.AmericanEnglish => "",
    };
}
