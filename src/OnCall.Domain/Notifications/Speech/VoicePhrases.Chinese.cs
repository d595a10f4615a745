namespace OnCall.Domain.Notifications.Speech;

internal sealed partial record VoicePhrases
{
    private static readonly VoicePhrases Chinese = new()
    {
        Page = "{0}呼叫，{1}。编号，{2}。",
        Again = "这是重复呼叫。",
        CallBack = "回电号码，{0}。",
        Keys = "接受请按1，转给他人请按2。",
        OwnersKeys = "此呼叫由您接受。仍在处理请按1，转给他人请按2。",
        NoKeys = "本次通话不能应答。请在值班系统中应答，或致电总机。",
        NothingPressed = "没有按键。还没有人接受。再见。",
        NoSignOfLife = "没有按键。如无应答，将转给他人。再见。",
        YouHaveIt = "已由您接受。",
        PassedOn = "已转给他人。",
        SomebodyHasIt = "{0}已接受。您无需再处理。",
        SeveralHaveIt = "已记录。需要{1}人，已有{0}人接受。",
        ReadBack = "尚未接受。请致电复述数值。",
        HandedOver = "已移交给{0}。您的部分已结束。",
        HandedOverAlready = "已移交他人。您的部分已结束。",
        Closed = "此呼叫已关闭。您无需再处理。",
        PassedOnBefore = "您已转给他人。如仍要接受，请致电总机。",
        CannotAnswer = "此号码不能应答该呼叫。未接受任何呼叫。请致电总机。",
        NotTaken = "未接受。请致电总机。",
        Code = "急救代码",
        Urgent = "紧急",
        CriticalResult = "危急值",
        Routine = "常规",
        Plus = "加号",
        Star = "星号",
        Hash = "井号",
        Extension = "分机",
        Pause = "，",
    };
}
