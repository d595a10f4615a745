using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>One claimed notification, as a channel gets it.</summary>
/// <param name="Id">Also the provider's idempotency or correlation key, where it has one.</param>
/// <param name="Address">The contact method's address.</param>
/// <param name="Text">The only words a channel that leaves the building may use.</param>
/// <param name="Attempt">1 on the first try.</param>
/// <param name="Language">In which it is spoken, where it is.</param>
public sealed record OutgoingNotification(
    NotificationId Id, string Address, OutgoingText Text, int Attempt, SpokenLanguage Language = SpokenLanguage.BritishEnglish)
{
    /// <summary>How many other routine pages the same message stands for.</summary>
    public int Others { get; init; }

    /// <summary>The page that it is about, by which a screen finds it; null for anything else.</summary>
    public PageId? Page { get; init; }

    /// <summary>Where its person can take the page with one thumb, and nobody else; null for most.</summary>
    public string? Link { get; init; }

    /// <summary>
    /// Asked by an adapter just before that leaves by which the provider has the message. False once this node's claim is over: it was
    /// stopped meanwhile, and another node has sent the same. An adapter that breaks off without having asked has sent nothing, and is tried again.
    /// </summary>
    public Func<bool> MayLeave { get; init; } = static () => true;
}
