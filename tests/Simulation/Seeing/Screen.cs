using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Somebody has their inbox open on a screen that is connected to one node.</summary>
internal sealed record Screen(PersonId Person, string Node, Instant From)
{
    public Instant Until { get; set; } = Instant.MaxValue;
}
