using NodaTime;
using OnCall.Application;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>The network between people and nodes: any node may get a request, and its answer may never come.</summary>
internal sealed class Front(Process outside, Cluster cluster, Sight sight)
{
    /// <summary>The answer of a node that could not do it, and knows that it did not.</summary>
    internal const string NotDone = "not done";

    private static readonly Duration Patience = Duration.FromSeconds(10);

    public Process Outside => outside;

    /// <summary>Asks a node. Answers null, and what became of the request, where no answer came.</summary>
    public async Task<(T? Answer, string? Broke)> AskAsync<T>(Func<Node, Task<T>> work)
        where T : class
    {
        if (cluster.Any() is not { } node)
        {
            await outside.Yield();
            return (null, "nobody answers");
        }

        try
        {
            var answer = node.CallAsync(work);
            return await Task.WhenAny(answer, outside.Time.PassAsync(Patience)) == answer ? (await answer, null) : (null, "no answer in time");
        }
        catch (Exception error) when (error is IStoreAway { MayBeWritten: false })
        {
            return (null, NotDone);
        }
        catch (Exception error) when (SimulatedError.IsBehind(error) || error is IOException)
        {
            return (null, error.Message);
        }
        catch (Exception error)
        {
            sight.Surprises.Add($"A request failed: {error}");
            return (null, error.Message);
        }
    }
}
