using OnCall.Application.Rosters.Files;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>What a fetch brought.</summary>
/// <param name="Message">Of a failure: a sentence of ours, without secrets.</param>
public sealed record FetchedRoster(FetchResult Result, RosterFile? File = null, string? Message = null)
{
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? Seen { get; init; }

    public static FetchedRoster Failed(string message) => new(FetchResult.Failed, Message: message);
}
