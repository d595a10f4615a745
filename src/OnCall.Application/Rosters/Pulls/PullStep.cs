using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>What one look came to, before it is written.</summary>
/// <param name="Message">For people; names the reason of what was not taken.</param>
/// <param name="Why">The same without any word of the file.</param>
internal sealed record PullStep(RosterPullOutcome Outcome, string Message, string Why)
{
    public UploadId? Upload { get; init; }

    public string? Hash { get; init; }

    public string? HeldBasis { get; init; }

    /// <summary>The shifts of the preview that is held.</summary>
    public IReadOnlyCollection<TakenShift>? Held { get; init; }

    /// <summary>The file was read as a whole and taken.</summary>
    public IReadOnlyCollection<TakenShift>? Taken { get; init; }

    public static PullStep Of(RosterPullOutcome outcome, string message) => new(outcome, message, message);
}
