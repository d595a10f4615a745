using OnCall.Data.Paging.States;
using OnCall.Data.Sealing;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging;

/// <summary>An escalation, as a row.</summary>
internal sealed class EscalationRow
{
    public int Version { get; set; }

    public string State { get; set; } = "";

    public Escalation ToEscalation(TextSeal seal) => seal.Opened(StateJson.Read(State)) with { Version = Version };
}
