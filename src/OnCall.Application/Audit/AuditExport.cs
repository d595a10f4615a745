namespace OnCall.Application.Audit;

/// <summary>A file of entries that is ready to be written.</summary>
/// <param name="Lines">Each with its end; read from the database while they are written.</param>
public sealed record AuditExport(IAsyncEnumerable<string> Lines);
