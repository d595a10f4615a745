namespace OnCall.Data.Sealing;

/// <summary>What is stored sealed. Each has a purpose of its own: what was sealed for one column does not open in another.</summary>
public enum SealedColumn
{
    PageSubject,
    PageBody,
    PagePatientRef,
    PageReplies,
    PageEventDetail,

    /// <summary>Within the escalation's state.</summary>
    AcknowledgementReply,

    /// <inheritdoc cref="AcknowledgementReply"/>
    AcknowledgementReadBack,
    CoverReason,
    SwapReason,
    RosterPullSecret,
    BrokenGlassNote,
    LinkSecret,
    PushKey,
    PushTarget,
    HoldReason,
    HoldLiftReason,

    /// <summary>A short body could be guessed from its hash.</summary>
    IdempotencyKeyHash,

    /// <summary>Within the detail of an entry of the audit trail.</summary>
    AuditWords,
}
