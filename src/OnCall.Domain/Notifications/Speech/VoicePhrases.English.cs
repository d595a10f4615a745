namespace OnCall.Domain.Notifications.Speech;

internal sealed partial record VoicePhrases
{
    private static readonly VoicePhrases English = new()
    {
        Page = "{0} page for {1}. Reference {2}.",
        Again = "This is a repeat.",
        CallBack = "Call back {0}.",
        Keys = "Press 1 to take it. Press 2 to pass it on.",
        OwnersKeys = "You have this page. Press 1 if you are still at it. Press 2 to pass it on.",
        NoKeys = "You cannot answer on this call. Answer in OnCall, or call the desk.",
        NothingPressed = "Nothing was pressed. Nobody has taken it. Goodbye.",
        NoSignOfLife = "Nothing was pressed. Without an answer it goes on to others. Goodbye.",
        YouHaveIt = "You have it.",
        PassedOn = "Passed on.",
        SomebodyHasIt = "{0} has it. Nothing more to do.",
        SeveralHaveIt = "Noted. {0} of {1} have it.",
        ReadBack = "Not taken yet. Call to read back the value.",
        HandedOver = "Handed over to {0}. Your part has ended.",
        HandedOverAlready = "It has been handed over. Your part has ended.",
        Closed = "This page is closed. Nothing more to do.",
        PassedOnBefore = "You have passed it on. Call the desk to take it after all.",
        CannotAnswer = "This number cannot answer that page. Nothing was taken. Call the desk.",
        NotTaken = "Not taken. Call the desk.",
        Code = "Code",
        Urgent = "Urgent",
        CriticalResult = "Critical result",
        Routine = "Routine",
        Plus = "plus",
        Star = "star",
        Hash = "hash",
        Extension = "extension",
        Pause = ", ",
    };

    private static readonly VoicePhrases American = English with { Hash = "pound" };
}
