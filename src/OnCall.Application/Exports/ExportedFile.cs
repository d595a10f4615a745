using OnCall.Domain.Exports;

namespace OnCall.Application.Exports;

/// <summary>A signed file that is ready to be saved.</summary>
/// <param name="Sha256">Of all its bytes, in lower-case hex: as the audit entry has it.</param>
public sealed record ExportedFile(string Name, ExportForm Form, byte[] Content, string Sha256)
{
    public string MediaType => Form == ExportForm.Json ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
}
