using OnCall.Application.Audit;
using OnCall.Domain.Access;

namespace OnCall.Application.Paging;

/// <summary>What is mine now: pages that ask the caller, and those that they took and that are not closed.</summary>
public sealed class ReadInbox(IPageStore pages, PageReader reader, RecordReads reads)
{
    /// <summary>What a caller is answered who is nobody.</summary>
    public static readonly Refusal NotForCaller = Refusal.Forbidden("An integration has no inbox.");

    public async Task<Answer<PageList>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person)
        {
            return NotForCaller;
        }

        var mine = await pages.InboxAsync(person, cancellationToken);
        await reads.NoteAsync(caller, mine.Select(r => r.Page.Id));
        return new PageList(await reader.ListAsync(mine, cancellationToken), null);
    }
}
