using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>What text messages that name no page were taken to mean, so that one delivered again never means something else.</summary>
public interface IAnsweredMessages
{
    /// <param name="message">The provider's id of the message.</param>
    /// <returns>What it was bound to; null when it is news, or its time is over.</returns>
    Task<AnsweredMessage?> FindAsync(string message, Instant now, CancellationToken cancellationToken);

    /// <summary>Binds a message, and answers what it is bound to: this, or what was first.</summary>
    /// <param name="freeAt">When it may be forgotten.</param>
    Task<AnsweredMessage> BindAsync(string message, AnsweredMessage to, Instant now, Instant freeAt, CancellationToken cancellationToken);

    /// <summary>Forgets messages whose time is over.</summary>
    Task PurgeAsync(Instant now, CancellationToken cancellationToken);
}
