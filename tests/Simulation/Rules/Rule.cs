using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>A safety rule of the product, held against what was seen of a run. Its name is the name of its class.</summary>
internal abstract class Rule
{
    public string Name => GetType().Name;

    public abstract IEnumerable<Violation> Check(Sight sight, Allowance allowed);

    protected Violation Broken(SeenPage page, Instant at, string what) => new(Name, page.Id, at, what);

    /// <summary>Where no one page was seen to be broken.</summary>
    protected Violation Broken(Instant at, string what, PageId? page = null) => new(Name, page, at, what);
}
