using NodaTime;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>When a sweep and a lane could next find something: what is due, and claims that end. It may lie in the past; null where there is nothing.</summary>
internal readonly record struct DueWork(Instant? Pages, Instant? Notifications)
{
    public Instant? Earliest => Pages is { } pages && Notifications is { } sends ? Instant.Min(pages, sends) : Pages ?? Notifications;
}
