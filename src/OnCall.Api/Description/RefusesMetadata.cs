namespace OnCall.Api.Description;

/// <summary>How an endpoint may refuse. Several of these add up.</summary>
internal sealed record RefusesMetadata(IReadOnlyList<ProblemType> Types);
