using OnCall.Data;
using Xunit;

namespace OnCall.Application.Tests;

public sealed class TogetherTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task No_call_is_left_waiting_by_one_that_has_just_ended()
    {
        var together = new Together<int, int>(
            static async items =>
            {
                await Task.Yield();
                return items;
            },
            most: 4);
        var callers = Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                Assert.Equal(i, await together.RunAsync(i));
            }
        }));

        await Task.WhenAll(callers).WaitAsync(Hang, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Whoever_has_its_answer_does_not_go_on_working_for_others()
    {
        var first = new TaskCompletionSource();
        var others = new TaskCompletionSource();
        var together = new Together<string, string>(
            async items =>
            {
                await (items.Contains("first") ? first.Task : others.Task);
                return items;
            },
            most: 1);
        var mine = together.RunAsync("first");
        var theirs = together.RunAsync("other");

        first.SetResult();
        Assert.Equal("first", await mine.WaitAsync(Hang, TestContext.Current.CancellationToken));
        Assert.False(theirs.IsCompleted);
        others.SetResult();
        Assert.Equal("other", await theirs.WaitAsync(Hang, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_that_fails_for_many_takes_no_other_with_it()
    {
        var gate = new TaskCompletionSource();
        var together = new Together<string, string>(
            async items =>
            {
                await gate.Task;
                return items.Contains("broken") ? throw new InvalidDataException("It cannot be read.") : items;
            },
            most: 8);
        var first = together.RunAsync("first");
        string[] asked = ["broken", "broken", "broken", "well"];
        var waiting = asked.Select(together.RunAsync).ToList();
        gate.SetResult();

        Assert.Equal("first", await first.WaitAsync(Hang, TestContext.Current.CancellationToken));
        Assert.Equal("well", await waiting[3].WaitAsync(Hang, TestContext.Current.CancellationToken));
        foreach (var broken in waiting.Take(3))
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => broken.WaitAsync(Hang, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Where_nobody_can_be_served_all_are_told_what_became_of_all()
    {
        var (gate, runs) = (new TaskCompletionSource(), 0);
        var together = new Together<string, string>(
            async items =>
            {
                await gate.Task;
                return items.Contains("first") ? items : throw (++runs == 1 ? new OutcomeUnknownException("It broke off in the commit.") : new DatabaseAwayException("It does not answer."));
            },
            most: 8);
        var first = together.RunAsync("first");
        string[] asked = ["a", "b", "c"];
        var waiting = asked.Select(together.RunAsync).ToList();
        gate.SetResult();

        await first.WaitAsync(Hang, TestContext.Current.CancellationToken);
        foreach (var one in waiting)
        {
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => one.WaitAsync(Hang, TestContext.Current.CancellationToken));
        }
    }
}
