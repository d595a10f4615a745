using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>What a node finds around it.</summary>
/// <param name="Kinds">The kinds of contact method that the hospital uses: one lane each.</param>
/// <param name="ChannelsOf">The ways out of the building, besides the inbox.</param>
/// <param name="Due">When a sweep or a lane could next find something.</param>
/// <param name="WritesTogether">Whether a node's writes share transactions.</param>
/// <param name="Sweeps">How much a sweep takes at once.</param>
/// <param name="Plant">Puts a classic fault into the composition; usually does nothing.</param>
internal sealed record NodeWorld(
    IReadOnlyList<ContactMethodKind> Kinds,
    Func<Node, IEnumerable<IChannel>> ChannelsOf,
    Func<DueWork> Due,
    ILoggerFactory Log,
    Action<IServiceCollection> Plant,
    bool WritesTogether,
    SweepSizes Sweeps);
