namespace OnCall.Domain.Notifications.Speech;

internal sealed partial record VoicePhrases
{
    private static readonly VoicePhrases Japanese = new()
    {
        Page = "{0}の呼び出しです。{1}。参照番号、{2}。",
        Again = "再度の呼び出しです。",
        CallBack = "折り返し先、{0}。",
        Keys = "対応する場合は1を、ほかの人に回す場合は2を押してください。",
        OwnersKeys = "あなたが対応者です。対応中なら1を、ほかの人に回す場合は2を押してください。",
        NoKeys = "この電話では応答できません。オンコールの画面で応答するか、交換台に電話してください。",
        NothingPressed = "何も押されませんでした。まだ誰も対応していません。失礼します。",
        NoSignOfLife = "何も押されませんでした。応答がなければ、ほかの人に回ります。失礼します。",
        YouHaveIt = "あなたが対応者になりました。",
        PassedOn = "ほかの人に回しました。",
        SomebodyHasIt = "{0}が対応しています。これ以上の対応は不要です。",
        SeveralHaveIt = "受け付けました。必要な{1}人のうち{0}人が対応しています。",
        ReadBack = "まだ受け付けていません。電話で値を復唱してください。",
        HandedOver = "{0}に引き継がれました。あなたの担当は終わりました。",
        HandedOverAlready = "すでに引き継がれました。あなたの担当は終わりました。",
        Closed = "この呼び出しは終了しています。これ以上の対応は不要です。",
        PassedOnBefore = "すでにほかの人に回しています。やはり対応する場合は、交換台に電話してください。",
        CannotAnswer = "この番号では、この呼び出しに応答できません。受け付けていません。交換台に電話してください。",
        NotTaken = "受け付けていません。交換台に電話してください。",
        Code = "コード",
        Urgent = "至急",
        CriticalResult = "パニック値",
        Routine = "通常",
        Plus = "プラス",
        Star = "アスタリスク",
        Hash = "シャープ",
        Extension = "内線",
        Pause = "、",
    };
}
