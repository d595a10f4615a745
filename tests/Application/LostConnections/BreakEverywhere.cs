using OnCall.Data;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Application.Tests.LostConnections;

/// <summary>Does the same thing again and again, and breaks the connection one message later each time, until it has been broken at every one.</summary>
internal static class BreakEverywhere
{
    // More than any of the stories asks for.
    private const int Most = 120;

    /// <param name="answered">Whether the server has done what the message asks by the time of the break.</param>
    /// <param name="prepare">What is done before, on a wire that holds.</param>
    /// <param name="act">What is broken.</param>
    /// <param name="look">Looks what came of it, on a wire that holds again.</param>
    /// <param name="andStayDown">Whether the server stays away until <paramref name="look"/>.</param>
    /// <param name="andNext">Whether the answer to the message after it is lost too, as that to the question what became of it.</param>
    public static async Task RunAsync<T, TResult>(BreakingWire wire, bool answered, Func<Task<T>> prepare, Func<T, Task<TResult>> act, Func<T, TResult, Task> look, bool andStayDown = false, bool andNext = false)
    {
        for (var message = 1; message <= Most; message++)
        {
            var prepared = await prepare();
            wire.BreakAt(message, answered, andStayDown, andNext);
            var result = await act(prepared);
            var broke = wire.Broke;
            wire.Up();
            await look(prepared, result);
            if (!broke)
            {
                // A transaction alone begins, writes, and ends.
                Assert.True(message > 3, $"Only {message - 1} messages were seen.");
                TestContext.Current.TestOutputHelper?.WriteLine($"broken at each of {message - 1} messages");
                return;
            }
        }

        Assert.Fail($"It takes more than {Most} messages.");
    }

    /// <summary>Answers that the database was away, where whoever asked hears so; null where it was done.</summary>
    public static async Task<Exception?> TriedAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (DatabaseAwayException away)
        {
            return away;
        }
    }
}
