using NodaTime;

namespace OnCall.Application.Exports;

/// <summary>Who exported a page, when and why: stands on every printed page.</summary>
/// <param name="Id">Identifies this export, also in the audit trail.</param>
/// <param name="By">A caller's key.</param>
public sealed record ExportMark(Guid Id, Instant At, string By, string Name, string Reason);
