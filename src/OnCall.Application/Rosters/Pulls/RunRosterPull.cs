using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>One look of one pull: claims it, fetches, takes what came, and writes how it stands. Of several nodes one does it.</summary>
public sealed class RunRosterPull(IRosterPulls pulls, IRosterFetch fetch, TakeRoster take, PullTelling telling, IIdSource ids, IClock clock)
{
    /// <summary>Fetching ends within 30 s; the rest is for a file of the largest size on a slow machine.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>False when another node has it, or it is not due any more.</summary>
    public async Task<bool> RunAsync(string code, bool whenDue, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var claim = ids.NewId();
        if (await pulls.FindAsync(code, cancellationToken) is not { } found || !await pulls.ClaimAsync(found.Id, claim, whenDue, now, now + Lease, cancellationToken))
        {
            return false;
        }

        // What another node wrote between the two reads counts.
        if (await pulls.FindAsync(code, cancellationToken) is not { } pull || pull.Id != found.Id)
        {
            return false;
        }

        var fetched = await fetch.FetchAsync(PlaceOf(pull, now), cancellationToken);
        var step = fetched.Result switch
        {
            FetchResult.Fetched => await take.RunAsync(pull, fetched.File!, cancellationToken),
            FetchResult.NotModified => PullStep.Of(RosterPullOutcome.Unchanged, "The server says that nothing has changed."),
            FetchResult.Settling => PullStep.Of(RosterPullOutcome.Waiting, "The newest file may still be written."),
            FetchResult.Failed => PullStep.Of(RosterPullOutcome.Unreachable, fetched.Message!),
        };
        return await FinishAsync(pull, claim, fetched, step, cancellationToken);
    }

    private static RosterPlace PlaceOf(StoredPull pull, Instant now)
    {
        var (settings, state) = (pull.Settings, pull.State);
        var known = state.ReadAt is { } read && now - read < PullTimes.ReadAnew;
        return new RosterPlace(
            settings.Url, settings.Folder, settings.Pattern, settings.HeaderName, pull.Secret, known ? state.ETag : null, known ? state.LastModified : null, state.Seen);
    }

    private async Task<bool> FinishAsync(StoredPull pull, Guid claim, FetchedRoster fetched, PullStep step, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (before, state) = (pull.State, StateAfter(pull, fetched, step, now));
        var isNews = IsNews(before, state, now);
        var notices = isNews ? await telling.NoticesAsync(pull, step, state, cancellationToken) : [];
        var audit = isNews ? PullAudit.Trouble(pull, step, state, now) : null;
        return await pulls.FinishAsync(new PullResult(pull.Id, claim, pull.Version, state, step.Taken, step.Held, audit, notices), cancellationToken);
    }

    /// <summary>Trouble is told when it begins or becomes another, and once a day while it lasts: the file that is held may be a newer one by then.</summary>
    private static bool IsNews(PullState before, PullState state, Instant now)
    {
        return state.IsTrouble && (before.Outcome != state.Outcome || DaysTo(now) > DaysTo(before.TriedAt ?? now));

        long DaysTo(Instant at) => (long)Math.Floor((at - state.TroubleSince!.Value).TotalDays);
    }

    private static PullState StateAfter(StoredPull pull, FetchedRoster fetched, PullStep step, Instant now)
    {
        var every = Duration.FromMinutes(pull.Settings.EveryMinutes);
        var before = pull.State with { TriedAt = now, Seen = fetched.Seen ?? pull.State.Seen };
        if (step.Outcome == RosterPullOutcome.Waiting)
        {
            // Trouble stands until a file has come through.
            return before with { NextAt = now + PullTimes.Settling, Outcome = before.IsTrouble ? before.Outcome : step.Outcome, Message = before.IsTrouble ? before.Message : step.Message };
        }

        if (step.Outcome is RosterPullOutcome.Published or RosterPullOutcome.Unchanged)
        {
            var success = before with
            {
                NextAt = PullTimes.Next(every, failed: false, now),
                SuccessAt = now,
                Outcome = step.Outcome,
                Message = step.Message,
                TroubleSince = null,
                Upload = step.Upload ?? before.Upload,
                Held = null,
                HeldHash = null,
                HeldBasis = null,
            };
            return fetched.Result != FetchResult.Fetched ? success
                : success with { ETag = fetched.ETag, LastModified = fetched.LastModified, ContentHash = step.Hash, ReadAt = step.Taken is null ? before.ReadAt : now };
        }

        return before with
        {
            NextAt = PullTimes.Next(every, failed: true, now),
            Outcome = step.Outcome,
            Message = step.Message,
            TroubleSince = before.TroubleSince ?? now,
            Held = step.Outcome == RosterPullOutcome.Held ? step.Upload : before.Held,
            HeldHash = step.Outcome == RosterPullOutcome.Held ? step.Hash : before.HeldHash,
            HeldBasis = step.Outcome == RosterPullOutcome.Held ? step.HeldBasis : before.HeldBasis,
        };
    }
}
