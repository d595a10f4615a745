namespace OnCall.Domain.Notifications.Speech;

/// <summary>The languages in which a call speaks.</summary>
public enum SpokenLanguage
{
    BritishEnglish,
    AmericanEnglish,
    Japanese,
    Chinese,
}
