using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>
/// Answers a calendar that knows nothing but the token. What each event last said is remembered, so that its version rises with every change
/// and never otherwise.
/// </summary>
public sealed class ReadFeed(
    IRosterFeeds feeds, FeedCalendars calendars, IFeedWriter writer, IDirectoryReads directory, IPersonStore people, RoleScopes scopes, IClock clock)
{
    private const int Attempts = 5;

    public async Task<Answer<FeedText>> RunAsync(string token, CancellationToken cancellationToken)
    {
        // Every token is looked up alike, so that the time of an answer tells nothing of one that is nearly right.
        var hash = FeedToken.Hash(token);
        for (var attempt = 1; ; attempt++)
        {
            if (await feeds.FindAsync(hash, cancellationToken) is not { } feed
                || await CalendarAsync(feed, FeedWindow.Around(clock.GetCurrentInstant()), cancellationToken) is not { } calendar)
            {
                return FeedRefusals.Unknown;
            }

            if (await TryAsync(feed, calendar, isLast: attempt == Attempts, cancellationToken) is { } text)
            {
                return text;
            }
        }
    }

    /// <summary>Null when the holder may no longer read it.</summary>
    private async Task<FeedCalendar?> CalendarAsync(HeldFeed feed, FeedWindow window, CancellationToken cancellationToken)
    {
        if (feed.Role is not { } id)
        {
            return await calendars.OfPersonAsync(feed.Holder, feed.Name.Name, window, cancellationToken);
        }

        if (await directory.RolesAsync([id], cancellationToken) is not [var role])
        {
            return null;
        }

        var scope = await scopes.OfAsync(role, cancellationToken);
        var grants = (await people.GrantsAsync([feed.Holder], cancellationToken)).GetValueOrDefault(feed.Holder, []);
        var holder = new Caller($"person:{feed.Name.EmployeeNo}", feed.Holder, feed.Name.Name, grants);
        return scope.MayRead(holder) ? await calendars.OfRoleAsync(scope, window, cancellationToken) : null;
    }

    /// <summary>Null when another read of the same feed has found the change first. The last attempt answers all the same: it may be read again.</summary>
    private async Task<FeedText?> TryAsync(HeldFeed feed, FeedCalendar calendar, bool isLast, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await feeds.VersionsAsync(feed.Id, cancellationToken);
        var versions = FeedVersions.Of(calendar.Events, known, now);
        var hash = FeedHash.Of(calendar);
        var changedAt = feed.ChangedAt;
        if (hash != feed.ContentHash)
        {
            changedAt = now;
            var changed = versions.Where(v => !known.TryGetValue(v.Uid, out var before) || before != v).ToList();
            var change = new FeedChange(feed.Id, feed.Version, hash, now, changed, FeedWindow.Around(now).From);
            if (!await feeds.ChangeAsync(change, cancellationToken) && !isLast)
            {
                return null;
            }
        }

        var events = calendar.Events.Zip(versions, (e, v) => e with { Sequence = v.Sequence, ChangedAt = v.ChangedAt });
        return new FeedText(writer.Write(calendar with { Events = [.. events] }), changedAt);
    }
}
