using OnCall.Domain.Access;

namespace OnCall.Application.Paging;

/// <summary>What is mine now: pages that ask the caller, and those that they took and that are not closed.</summary>
public sealed class ReadInbox(IPageStore pages, PageReader reader)
{
    /// <summary>What a caller is answered who is nobody.</summary>
    public static readonly Refusal NotForCaller = Refusal.Forbidden("An integration has no inbox.");

    public async Task<Answer<PageList>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is not { } person
            ? NotForCaller
            : new PageList(await reader.ListAsync(await pages.InboxAsync(person, cancellationToken), cancellationToken), null);
    }
}
