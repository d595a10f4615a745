using System.Globalization;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Channels.Push.Web;

/// <summary>What a lock screen shows, in the person's language, from what may leave the building alone.</summary>
internal static class WebPushWords
{
    internal static string Title(OutgoingText text, SpokenLanguage language) => text switch
    {
        ExternalText { Purpose: NotificationPurpose.Page or NotificationPurpose.Repeat } page => $"{Urgent(page.Urgency, language)} {page.Reference}",
        ExternalText page => page.Reference.ToString(),
        _ => "OnCall",
    };

    internal static string Body(OutgoingText text, int others, SpokenLanguage language)
    {
        var line = text switch
        {
            ExternalText page => Line(page, language),
            DeviceTestText test => Of(language, test.ToLine(), "テスト：この端末に呼び出しが届きます。", "测试：此设备可以收到呼叫。"),
            _ => text.ToPagerLine(),
        };
        return others == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line} {Of(language, $"and {others} more in OnCall", $"ほか{others}件", $"另有{others}条")}");
    }

    private static string Line(ExternalText page, SpokenLanguage language) => page.Purpose switch
    {
        NotificationPurpose.Page => page.RoleName + CallBack(page, language),
        NotificationPurpose.Repeat => Of(language, "Again: ", "再度：", "再次：") + page.RoleName + CallBack(page, language),
        NotificationPurpose.Taken => page.RoleName + Of(language, ": taken or closed, nothing more to do.", "：対応済み、または終了。対応は不要です。", "：已有人处理或已结束，无需再处理。"),
        NotificationPurpose.HandedOver => page.RoleName + Of(language, ": handed over, your shift has ended.", "：引き継ぎ済み。あなたの担当は終わりました。", "：已交接，您的班次已结束。"),
        NotificationPurpose.Notice => page.RoleName + Of(language, ": news of this page in OnCall.", "：この呼び出しに新しい情報があります。", "：此呼叫有新消息。"),
    };

    private static string CallBack(ExternalText page, SpokenLanguage language) =>
        page.Callback is { } callback ? Of(language, $". Call {callback.Value}.", $"。折り返し {callback.Value}", $"。回电 {callback.Value}") : "";

    private static string Urgent(Urgency urgency, SpokenLanguage language) => urgency switch
    {
        Urgency.Code => Of(language, "CODE", "コード", "急救代码"),
        Urgency.Urgent => Of(language, "URGENT", "至急", "紧急"),
        Urgency.CriticalResult => Of(language, "CRITICAL RESULT", "パニック値", "危急值"),
        Urgency.Routine => Of(language, "ROUTINE", "通常", "常规"),
    };

    private static string Of(SpokenLanguage language, string english, string japanese, string chinese) => language switch
    {
        SpokenLanguage.BritishEnglish or SpokenLanguage.AmericanEnglish => english,
        SpokenLanguage.Japanese => japanese,
        SpokenLanguage.Chinese => chinese,
    };
}
