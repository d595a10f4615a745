using OnCall.Simulation.Tests.Planting;
using OnCall.Simulation.Tests.Rules;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>Runs seeds one after another on one thread, with one database.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Storage _storage;
    private readonly Witness _witness;

    /// <param name="storage">Closed with this.</param>
    public Bench(Storage storage) => (_storage, _witness) = (storage, new Witness(storage));

    public Bench()
        : this(Storage.Open())
    {
    }

    public Verdict Try(ulong seed, Classic planted = Classic.None)
    {
        var run = new Run(seed, _storage, _witness, planted);
        try
        {
            var sight = run.ToItsEnd();
            return new Verdict(seed, sight, Rulebook.Judge(sight));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Verdict(seed, run.Sight, [new Violation(Verdict.TheRunEnds, null, run.Sight.End, error.ToString())]);
        }
    }

    public void Dispose()
    {
        _witness.Dispose();
        _storage.Dispose();
    }
}
