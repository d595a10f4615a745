namespace OnCall.Application.Paging;

/// <summary>An acknowledgement as it is written.</summary>
/// <param name="By">Employee number of somebody who called in; only for dispatchers and integrations.</param>
/// <param name="Reply">The words chosen, at most 200 characters.</param>
/// <param name="ReadBack">The value read back, for a critical result; at most 400 characters.</param>
public sealed record AcknowledgeRequest(string? By = null, string? Reply = null, string? ReadBack = null);
