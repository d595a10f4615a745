using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Audit;

/// <summary>How the keeping of the audit trail goes on this node.</summary>
public sealed class AuditRecord
{
    /// <summary>Whether entries can be sealed.</summary>
    public FailureRecord Seals { get; } = new();

    /// <summary>Whether the anchor can be written.</summary>
    public FailureRecord Anchor { get; } = new();

    /// <summary>Whether it can be written down who reads pages.</summary>
    public FailureRecord Reads { get; } = new();

    public AuditTrouble Trouble => new(Seals.FailingSince, Anchor.FailingSince, Reads.FailingSince);
}
