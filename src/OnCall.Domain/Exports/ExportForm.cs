namespace OnCall.Domain.Exports;

/// <summary>How an export is written.</summary>
public enum ExportForm
{
    /// <summary>For people, to be printed.</summary>
    Html,

    /// <summary>For programs.</summary>
    Json,
}
