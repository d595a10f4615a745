namespace OnCall.Domain.Notifications;

/// <summary>Why a notification is sent; decides its sound and whether it asks for an acknowledgement.</summary>
public enum NotificationPurpose
{
    /// <summary>Asks a responder to take the page.</summary>
    Page,

    /// <summary>Asks again: same reference, so that it is seen to be a repeat.</summary>
    Repeat,

    /// <summary>Tells that somebody has it, or that it was closed. Never rings.</summary>
    Taken,

    /// <summary>Tells someone whose shift ended that the page went to the incoming people. Never rings.</summary>
    HandedOver,

    /// <summary>Tells the desk or the sender something about the page.</summary>
    Notice,
}
