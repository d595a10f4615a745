using OnCall.Application.Audit;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>
/// Sends a page for whoever is shown what comes of it. The same key again shows the page as it is now, with what others have written since:
/// that is a read, and written down like any other.
/// </summary>
public sealed class SendAndShowPage(SendPage send, RecordReads reads)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, string? idempotencyKey, SendPageRequest request, CancellationToken cancellationToken)
    {
        var answer = await send.RunAsync(caller, idempotencyKey, request, cancellationToken);
        if (answer is { Ok: true, IsNew: false })
        {
            await reads.NoteAsync(caller, [new PageId(answer.Value.Id)]);
        }

        return answer;
    }
}
