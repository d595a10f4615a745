using System.Security.Cryptography;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>
/// Reads a roster file, keeps it as a preview, and publishes it when asked to: as a whole or not at all.
/// A file with an error in it leaves nothing behind. One that says what the roster already says changes nothing.
/// </summary>
public sealed class UploadRoster(
    IEnumerable<IRosterReader> readers,
    RosterMatching matching,
    IRosterReads rosters,
    IRosterUploads uploads,
    RosterSignal signal,
    IIdSource ids,
    IClock clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int Attempts = 5;
    private static readonly UploadRosterValidator Validator = new();

    /// <summary>What a larger file is answered, wherever its size is seen first.</summary>
    public static Refusal TooLarge { get; } = new(
        RefusalKind.TooLarge, "file-too-large", "The file is too large", $"A roster file may have {MaxBytes / 1024 / 1024} MiB. Split it by role or by time. Nothing was stored.");

    public async Task<Answer<RosterUploadView>> RunAsync(Caller caller, UploadRosterRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (!caller.May(Permission.Scheduler, [.. caller.Grants.Select(g => g.OrgUnit).OfType<OrgUnitId>()]))
        {
            return Refusal.Forbidden("Rosters are uploaded by schedulers. Ask for the permission 'scheduler'.");
        }

        if (request.File.Content.Length > MaxBytes)
        {
            return TooLarge;
        }

        if (Validator.Validate(request) is { IsValid: false } wrong)
        {
            return Refusal.Invalid([.. wrong.Errors.Select(e => new InputProblem(e.PropertyName, e.ErrorMessage))]);
        }

        var reader = readers.FirstOrDefault(r => request.Format is { Length: > 0 } format
            ? string.Equals(r.Format, format, StringComparison.OrdinalIgnoreCase)
            : r.CanRead(request.File));
        if (reader is null)
        {
            return UploadRefusals.UnknownFormat(readers.Select(r => r.Format), request.Format);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, request, reader, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return UploadRefusals.Busy;
    }

    /// <summary>Null when somebody else's change came between reading the roster and writing to it.</summary>
    private async Task<Answer<RosterUploadView>?> TryAsync(Caller caller, UploadRosterRequest request, IRosterReader reader, CancellationToken cancellationToken)
    {
        var zone = DateTimeZoneProviders.Tzdb[request.TimeZone!];
        var role = string.IsNullOrWhiteSpace(request.Role) ? null : request.Role.Trim();
        var reading = reader.Read(request.File, new RosterReadingOptions { Role = role, Mapping = UploadRosterValidator.ReadMapping(request.Mapping)! });
        var matched = await matching.MatchAsync(reading, new RosterClock(zone), request.CreateMissing, cancellationToken);
        if (UploadAccess.Refuse(caller, matched) is { } refusal)
        {
            return refusal;
        }

        if (reading.Problems.HasErrors || matched.Shifts.Count == 0)
        {
            return UploadRefusals.Wrong(matched);
        }

        List<NewShift> shifts = [.. matched.Shifts.Select(m => m.Shift)];
        var ranges = RosterPublication.Ranges(shifts);
        var view = await rosters.LoadAsync([.. ranges.Select(r => r.Role)], ranges.Min(r => r.Start), ranges.Max(r => r.End), cancellationToken);
        var plan = RosterPublication.Plan(view.Rosters.Values.SelectMany(r => r.Shifts), shifts);
        var review = new RosterReview(reading, view, matched.Roles, matched.People.Inactive);
        var byRole = matched.Shifts.ToLookup(m => m.Shift.Role);
        foreach (var range in ranges)
        {
            review.Review(range, [.. byRole[range.Role]], matched.Scopes.GetValueOrDefault(range.Role), zone);
        }

        var upload = Describe(caller, request, matched, plan);
        var draft = new RosterDraft(RosterBasis.Of(view, ranges), matched.Roles.New, matched.People.New, shifts);
        var audit = RosterAudit.Upload(caller, upload.CreatedAt, upload);
        if (upload.Status != UploadStatus.Published)
        {
            await uploads.AddAsync(upload, upload.Status == UploadStatus.Preview ? draft : null, ranges, audit, cancellationToken);
            return Answer<RosterUploadView>.Created(RosterUploadView.Of(upload));
        }

        if (!await uploads.PublishAsync(new RosterPublishing(upload, IsPreview: false, draft, plan, view.Stamp, audit), cancellationToken))
        {
            return null;
        }

        signal.Announce();
        return Answer<RosterUploadView>.Created(RosterUploadView.Of(upload));
    }

    private RosterUpload Describe(Caller caller, UploadRosterRequest request, MatchedRoster matched, PublicationPlan plan)
    {
        var now = clock.GetCurrentInstant();
        var status = plan.IsUnchanged ? UploadStatus.Unchanged : request.Publish ? UploadStatus.Published : UploadStatus.Preview;
        return new RosterUpload(
            new UploadId(ids.NewId()),
            now,
            caller.Name,
            request.File.Name,
            Convert.ToHexStringLower(SHA256.HashData(request.File.Content.Span)),
            request.TimeZone!,
            matched.Reading.Format,
            matched.Reading.Encoding,
            matched.Reading.Rows,
            matched.Shifts.Count,
            status,
            plan.Changes,
            matched.Reading.Problems.ToList(),
            status == UploadStatus.Published ? now : null);
    }
}
