using OnCall.Domain.Access;

namespace OnCall.Application.Paging;

/// <content>How often it is tried, and what the sender hears in the end.</content>
public sealed partial class SendPage
{
    /// <summary>Sends what is known to be valid.</summary>
    internal async Task<Answer<PageView>> RunCheckedAsync(Caller caller, string idempotencyKey, SendPageRequest request, CancellationToken cancellationToken)
    {
        var hash = RequestHash.Of(request);
        var tries = new Tries(MostTries, MostLate);
        Task<Answer<PageView>?> TryOnceAsync() => TryAsync(caller, idempotencyKey, hash, request, tries, cancellationToken);
        try
        {
            while (true)
            {
                // What was written together with one that is held is soon written; what is held takes its places for a second each time.
                var answer = tries.Blocked switch
                {
                    0 => await TryOnceAsync(),
                    1 => await _alone.RunAsync(TryOnceAsync),
                    _ => await _blocked.RunAsync(TryOnceAsync),
                };
                if (answer is not null)
                {
                    return answer;
                }
            }
        }
        catch (Exception error) when (tries.Blocked > 0 && error is not (OperationCanceledException or IStoreAway { MayBeWritten: true }))
        {
            throw PageNotKnownException.Of(error);
        }
    }

    /// <summary>Answers null where it is to be decided anew.</summary>
    private async Task<Answer<PageView>?> TryAsync(
        Caller caller, string key, string hash, SendPageRequest request, Tries tries, CancellationToken cancellationToken)
    {
        // Each time: its policy, or its being there at all, may be what has changed.
        var found = await FindAsync(caller, request.Role!, cancellationToken);
        if (found.Refusal is { } unknown)
        {
            // It may have been called so when the page was sent.
            return await ReplayAsync(caller, key, hash, cancellationToken)
                ?? (tries.Blocked > 0 ? throw new PageNotKnownException() : (Answer<PageView>)unknown);
        }

        var (result, view) = await AcceptAsync(caller, key, hash, request, found.Value!, tries, cancellationToken);
        switch (result)
        {
            case AcceptResult.Accepted:
                return Answer<PageView>.Created(view!);
            case AcceptResult.KeyTaken:
                return await TakenAsync(caller, key, hash, cancellationToken) ?? (Answer<PageView>)PageProblems.Busy;
            case AcceptResult.NotKnown:
                throw new PageNotKnownException();
            case AcceptResult.DecidedLate or AcceptResult.Failed or AcceptResult.Blocked or AcceptResult.ReferenceTaken or AcceptResult.RosterMoved:
                tries.Add(WhyNot(result));
                break;
        }

        // Nobody has looked yet whether it was sent before.
        return tries.End is { } end ? await TakenAsync(caller, key, hash, cancellationToken) ?? GivenUp(end, tries.Blocked > 0) : null;
    }

    private static NotWritten WhyNot(AcceptResult result) => result switch
    {
        AcceptResult.DecidedLate => NotWritten.Late,
        AcceptResult.Failed => NotWritten.Failed,
        AcceptResult.Blocked => NotWritten.Blocked,
        _ => NotWritten.Moved,
    };

    private static Answer<PageView> GivenUp(NotWritten end, bool wasBlocked) =>
        end != NotWritten.Moved ? throw new StoreSlowException()
        : wasBlocked ? throw new PageNotKnownException()
        : PageProblems.Busy;

    // There may be a page of this key: nobody may be told that there is none.
    private async Task<Answer<PageView>?> TakenAsync(Caller caller, string key, string hash, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplayAsync(caller, key, hash, cancellationToken);
        }
        catch (Exception error) when (error is IStoreAway { MayBeWritten: false })
        {
            throw new PageNotKnownException(error);
        }
    }

    private async Task<Answer<PageView>?> ReplayAsync(Caller caller, string key, string hash, CancellationToken cancellationToken)
    {
        if (await pages.FindByKeyAsync(caller.Key, key, clock.GetCurrentInstant(), cancellationToken) is not { } before)
        {
            return null;
        }

        try
        {
            return before.RequestHash != hash ? PageProblems.KeyReused : await reader.ViewAsync(before.Page, cancellationToken);
        }
        catch (Exception error) when (error is IStoreAway)
        {
            throw new PageNotKnownException(error);
        }
    }
}
