using NodaTime;
using OnCall.Testing.Providers;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Two nodes that serve and send, and a worker, over one database. Each calls its providers by a number and a login of its own, so that
/// these know which node it was.
/// </summary>
internal sealed class ThreeNodes
{
    private readonly IReadOnlyList<string> _names = ["a", "b", "worker"];

    /// <param name="hospital">Where they work.</param>
    /// <param name="clocks">How wrong the clocks of their machines are; those that are not named are right.</param>
    /// <param name="own">Settings that only this story has.</param>
    public ThreeNodes(LiveHospital hospital, IReadOnlyDictionary<string, Duration>? clocks = null, IReadOnlyDictionary<string, string>? own = null)
    {
        var nodes = _names.Select(name => hospital.Node(Own(name, clocks, own), arguments: name == "worker" ? ["worker"] : [])).ToList();
        (A, B, Worker) = (nodes[0], nodes[1], nodes[2]);
    }

    public NodeProcess A { get; }

    public NodeProcess B { get; }

    public NodeProcess Worker { get; }

    public IReadOnlyList<NodeProcess> Doors => [A, B];

    /// <summary>The first makes the schema; together they would only wait for it.</summary>
    public Task StartAsync() => LiveHospital.StartAsync(A, B, Worker);

    public string NameOf(NodeProcess node) => _names[node == A ? 0 : node == B ? 1 : 2];

    /// <summary>Who sent this SMS, or placed this call.</summary>
    public string SenderOf(ProviderRequest request) => _names.Single(name => NumberOf(name) == request.Form["From"]);

    /// <summary>Who sent this to a pager.</summary>
    public string SenderOf(SnppDelivery delivery) => _names.Single(name => delivery.Commands.Contains("LOGI " + name));

    private Dictionary<string, string> Own(string name, IReadOnlyDictionary<string, Duration>? clocks, IReadOnlyDictionary<string, string>? own)
    {
        var settings = new Dictionary<string, string>(own ?? new Dictionary<string, string>())
        {
            ["OnCall__Channels__Twilio__From"] = NumberOf(name),
            ["OnCall__Channels__Snpp__Login"] = name,
        };
        if (clocks is not null && clocks.TryGetValue(name, out var ahead))
        {
            WrongClock.Give(settings, ahead);
        }

        return settings;
    }

    private string NumberOf(string name) => $"+1555000{1 + _names.ToList().IndexOf(name)}";
}
