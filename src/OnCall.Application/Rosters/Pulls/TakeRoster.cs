using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>Puts a fetched file through the same reading, matching and publishing as an upload by a scheduler of the pull's unit.</summary>
public sealed class TakeRoster(UploadRoster upload, IRosterUploads uploads, IRosterPulls pulls, IClock clock)
{
    private const int ErrorsTold = 3;

    internal async Task<PullStep> RunAsync(StoredPull pull, RosterFile file, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        var (state, now) = (pull.State, clock.GetCurrentInstant());
        var isSame = string.Equals(hash, state.ContentHash, StringComparison.Ordinal);
        if (isSame && state.ReadAt is { } read && now - read < PullTimes.ReadAnew)
        {
            return PullStep.Of(RosterPullOutcome.Unchanged, "The content is the same as last time.") with { Hash = hash };
        }

        var held = string.Equals(hash, state.HeldHash, StringComparison.Ordinal) && state.Held is { } preview
            ? (await uploads.FindAsync(preview, cancellationToken))?.Upload.Status
            : null;
        var guard = new PullGuarding(
            await pulls.TakenAsync(pull.Id, cancellationToken), isSame, held == UploadStatus.Published, held == UploadStatus.Preview ? state.HeldBasis : null, now);
        var answer = await upload.RunAsync(CallerOf(pull), RequestOf(pull.Settings, file) with { Guard = guard }, cancellationToken);
        return answer.Ok ? StepOf(pull, guard, answer.Value, hash, held == UploadStatus.Published) : Unreadable(answer.Refusal, hash);
    }

    /// <summary>May what a scheduler of that unit may, and nothing else.</summary>
    internal static Caller CallerOf(StoredPull pull) => new($"roster-pull:{pull.Code}", null, $"Roster pull {pull.Code}", [new Grant(Permission.Scheduler, pull.OrgUnit)]);

    private static UploadRosterRequest RequestOf(PullSettings settings, RosterFile file) => new(
        file, settings.TimeZone, settings.Format, settings.Mapping is { Count: > 0 } mapping ? JsonSerializer.Serialize(mapping) : null, settings.Role)
    {
        Source = settings.Source,
        Encoding = settings.Encoding,
        Delimiter = settings.Delimiter,
        Sheet = settings.Sheet,
        DateOrder = settings.DateOrder,
        Legend = settings.Legend is { Count: > 0 } legend ? JsonSerializer.Serialize(legend) : null,
    };

    private static PullStep StepOf(StoredPull pull, PullGuarding guard, RosterUploadView view, string hash, bool isAccepted)
    {
        var doubt = guard.Doubt switch
        {
            PullDoubt.Shrunk => "The file has fewer than half of the shifts to come that the last one had.",
            PullDoubt.RoleMissing => "A role that the last file had is missing in this one.",
            PullDoubt.UndoesByHand => "The file would undo what was changed by hand since the last one.",
            PullDoubt.None => null,
        };
        if (doubt is not null)
        {
            return PullStep.Of(RosterPullOutcome.Held, doubt) with
            {
                Upload = guard.Verdict == UploadVerdict.Leave ? pull.State.Held : new(view.Id),
                Hash = hash,
                HeldBasis = guard.Basis,
                Held = guard.Shifts,
            };
        }

        return guard.Verdict == UploadVerdict.Publish
            ? PullStep.Of(RosterPullOutcome.Published, $"{view.Changes.Added} added, {view.Changes.Changed} changed, {view.Changes.Removed} removed.") with
            {
                Upload = new(view.Id),
                Hash = hash,
                Taken = guard.Shifts,
            }
            : PullStep.Of(RosterPullOutcome.Unchanged, guard.LeavesByHand ? "The content is the same as last time. What was changed by hand since stays." : "The roster already says so.") with
            {
                Upload = isAccepted ? pull.State.Held : null,
                Hash = hash,
                Taken = guard.Shifts,
            };
    }

    private static PullStep Unreadable(Refusal refusal, string hash)
    {
        var why = string.Equals(refusal.Type, "roster-has-errors", StringComparison.Ordinal) && refusal.Errors.Count == 0 ? "The file holds no shift." : $"{refusal.Title}.";
        var first = refusal.Errors.Take(ErrorsTold).Select(e => e.Row is { } row ? $"Row {row}{(e.Column is { Length: > 0 } column ? $", {column}" : "")}: {e.Message}" : $"{e.Field}: {e.Message}");
        var detail = refusal.Errors.Count > 0 ? string.Join(' ', first) : string.Equals(refusal.Type, "forbidden", StringComparison.Ordinal) ? refusal.Detail : "";
        return new PullStep(RosterPullOutcome.Unreadable, $"{why} {detail}".TrimEnd(), why) { Hash = hash };
    }
}
