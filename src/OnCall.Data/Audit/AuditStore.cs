namespace OnCall.Data.Audit;

/// <summary>The audit trail.</summary>
internal sealed class AuditStore;
