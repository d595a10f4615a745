using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>An entry of the audit trail, as a row.</summary>
internal class AuditEntryRow
{
    /// <summary>Null where a seal names an entry that is gone.</summary>
    public long? Seq { get; set; }

    public Instant? At { get; set; }

    public string? Actor { get; set; }

    public string? Action { get; set; }

    public string? Subject { get; set; }

    public string? Detail { get; set; }

    public StoredAuditEntry ToEntry() => new(Seq ?? 0, At ?? Instant.FromUnixTimeTicks(0), Actor, Action, Subject, Detail);
}
