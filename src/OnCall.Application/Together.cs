using System.Collections.Concurrent;

namespace OnCall.Application;

/// <summary>
/// Lets calls that come while one is under way share the next one: under load many cost little more than one, and a lone call waits for nothing.
/// </summary>
/// <param name="run">Does the work of several calls and answers in their order.</param>
/// <param name="most">How many share one at the most.</param>
internal sealed class Together<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> run, int most)
{
    private const int FailuresOfAll = 2;

    private readonly ConcurrentQueue<(TItem Item, TaskCompletionSource<TResult> Answer)> _waiting = new();
    private int _running;

    public async Task<TResult> RunAsync(TItem item)
    {
        var answer = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue((item, answer));
        await WorkWhileAsync(() => !answer.Task.IsCompleted);
        if (answer.Task.IsCompleted && !_waiting.IsEmpty)
        {
            // Whoever has its answer does not go on working for others.
            _ = WorkOnAsync();
        }

        return await answer.Task;
    }

    private async Task WorkOnAsync()
    {
        await Task.Yield();
        await WorkWhileAsync(static () => true);
    }

    private async Task WorkWhileAsync(Func<bool> wanted)
    {
        while (wanted() && !_waiting.IsEmpty && Interlocked.Exchange(ref _running, 1) == 0)
        {
            try
            {
                await DrainAsync();
            }
            finally
            {
                // A full fence: whoever comes now must either see that nobody works, or be seen by the next look at the queue.
                Interlocked.Exchange(ref _running, 0);
            }
        }
    }

    private async Task DrainAsync()
    {
        var taken = new List<(TItem Item, TaskCompletionSource<TResult> Answer)>();
        while (taken.Count < most && _waiting.TryDequeue(out var next))
        {
            taken.Add(next);
        }

        try
        {
            await RunAsync(taken);
        }
        catch (Exception error) when (taken.Count == 1 || error is IStoreAway)
        {
            // Where nobody can be served none of them is asked for by itself, and what may be written is not told another way.
            taken.ForEach(t => t.Answer.TrySetException(error));
        }
        catch (Exception error)
        {
            await OneByOneAsync(taken, error);
        }
    }

    private async Task RunAsync(List<(TItem Item, TaskCompletionSource<TResult> Answer)> taken)
    {
        var answers = await run([.. taken.Select(t => t.Item)]);
        for (var i = 0; i < taken.Count; i++)
        {
            taken[i].Answer.SetResult(answers[i]);
        }
    }

    // One that cannot be done must not take the others with it. Where two in a row fail by themselves, and are not the same,
    // it is not one of them that is wrong.
    private async Task OneByOneAsync(List<(TItem Item, TaskCompletionSource<TResult> Answer)> taken, Exception error)
    {
        var failed = 0;
        var last = default(TItem);
        foreach (var one in taken)
        {
            if (failed == FailuresOfAll)
            {
                one.Answer.TrySetException(error);
                continue;
            }

            try
            {
                await RunAsync([one]);
                failed = 0;
            }
            catch (Exception own)
            {
                one.Answer.TrySetException(own);
                failed = failed > 0 && EqualityComparer<TItem>.Default.Equals(last, one.Item) ? failed : failed + 1;
                last = one.Item;
            }
        }
    }
}
