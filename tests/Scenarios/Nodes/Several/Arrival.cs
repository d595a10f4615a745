using NodaTime;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>What a provider got.</summary>
/// <param name="What">Which notification: its id, or for a pager, which is told none, the page and the pager.</param>
/// <param name="Node">Which node sent it.</param>
/// <param name="Page">Null where no page of the database is meant.</param>
internal sealed record Arrival(Instant At, string What, string Node, Guid? Page, string Kind, string To, string Text)
{
    public bool SaysRepeat => Text.Contains("REPEAT", StringComparison.Ordinal);
}
