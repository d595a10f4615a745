using System.Globalization;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>How large the stories of several nodes are; small unless told otherwise.</summary>
internal static class Sizes
{
    /// <summary><c>ONCALL_NODES_PAGES</c>: pages of the story of shared work, five messages each.</summary>
    public static int Pages => Setting("ONCALL_NODES_PAGES", 100);

    /// <summary><c>ONCALL_STOP_SECONDS</c>: how long a node is frozen.</summary>
    public static TimeSpan Stop => TimeSpan.FromSeconds(Setting("ONCALL_STOP_SECONDS", 12));

    /// <summary><c>ONCALL_NODES_PACE</c>: milliseconds from one page to the next, where pages flow. A server that is slow for its own reasons wants more.</summary>
    public static TimeSpan Pace(int usual) => TimeSpan.FromMilliseconds(Setting("ONCALL_NODES_PACE", usual));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
