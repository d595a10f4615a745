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
    UploadReview review,
    IRosterReads rosters,
    IRosterUploads uploads,
    IRosterSources sources,
    RosterSignal signal,
    IIdSource ids,
    IClock clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int Attempts = 5;

    /// <summary>How far ahead shifts are followed that repeat without an end.</summary>
    private static readonly Duration RepeatedFor = Duration.FromDays(400);
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

        request = await CompleteAsync(request, cancellationToken);
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
                await RememberAsync(caller, request, answer, cancellationToken);
                return answer;
            }
        }

        return UploadRefusals.Busy;
    }

    /// <summary>Null when somebody else's change came between reading the roster and writing to it.</summary>
    private async Task<Answer<RosterUploadView>?> TryAsync(Caller caller, UploadRosterRequest request, IRosterReader reader, CancellationToken cancellationToken)
    {
        var zone = DateTimeZoneProviders.Tzdb[request.TimeZone!];
        var reading = reader.Read(request.File, OptionsOf(request));
        var matched = await matching.MatchAsync(reading, new RosterClock(zone), request.CreateMissing, cancellationToken);
        if (UploadAccess.Refuse(caller, matched) is { } refusal)
        {
            return refusal;
        }

        if (reading.Problems.HasErrors || matched.Shifts.Count == 0)
        {
            return UploadRefusals.Wrong(matched, ShownRows.Of(reader, request.File, reading));
        }

        List<NewShift> shifts = [.. matched.Shifts.Select(m => m.Shift)];
        var ranges = RosterPublication.Ranges(shifts);
        var view = await rosters.LoadAsync([.. ranges.Select(r => r.Role)], ranges.Min(r => r.Start), ranges.Max(r => r.End), cancellationToken);
        var plan = RosterPublication.Plan(view.Rosters.Values.SelectMany(r => r.Shifts), shifts);
        await review.ReviewAsync(caller, matched, view, plan, zone, cancellationToken);

        var verdict = request.Guard?.Judge(view, shifts, plan);
        var upload = Describe(caller, request, matched, ShownRows.Of(reader, request.File, reading), plan, verdict);
        if (verdict == UploadVerdict.Leave)
        {
            return RosterUploadView.Of(upload);
        }

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

    /// <summary>What the request leaves out is what was told of its source before.</summary>
    private async Task<UploadRosterRequest> CompleteAsync(UploadRosterRequest request, CancellationToken cancellationToken) =>
        request.Source is { Length: > 0 } name && await sources.FindAsync(name.Trim(), cancellationToken) is { } source ? source.Settings.Complete(request) : request;

    /// <summary>Only what could be read with it is worth keeping.</summary>
    private Task RememberAsync(Caller caller, UploadRosterRequest request, Answer<RosterUploadView> answer, CancellationToken cancellationToken) =>
        request.Source is { Length: > 0 } name && answer.Ok
            ? sources.SaveAsync(new RosterSource(name.Trim(), SourceSettings.Of(request), clock.GetCurrentInstant(), caller.Key), cancellationToken)
            : Task.CompletedTask;

    private RosterReadingOptions OptionsOf(UploadRosterRequest request) => new()
    {
        Role = string.IsNullOrWhiteSpace(request.Role) ? null : request.Role.Trim(),
        Mapping = UploadRosterValidator.ReadMapping(request.Mapping)!,
        Legend = UploadRosterValidator.ReadLegend(request.Legend)!,
        Encoding = request.Encoding,
        Delimiter = request.Delimiter,
        Sheet = request.Sheet,
        DateOrder = UploadRosterValidator.ReadOrder(request.DateOrder),
        RepeatUntil = clock.GetCurrentInstant() + RepeatedFor,
    };

    private RosterUpload Describe(Caller caller, UploadRosterRequest request, MatchedRoster matched, ShownRows rows, PublicationPlan plan, UploadVerdict? verdict)
    {
        var now = clock.GetCurrentInstant();

        // What a guard keeps can be published by hand even where it changes nothing: that is how people say that it is right.
        var status = verdict == UploadVerdict.Keep ? UploadStatus.Preview
            : plan.IsUnchanged ? UploadStatus.Unchanged
            : request.Publish || verdict == UploadVerdict.Publish ? UploadStatus.Published
            : UploadStatus.Preview;
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
            rows.With(matched.Reading.Problems.ToList()),
            status == UploadStatus.Published ? now : null)
        {
            Reading = UploadReading.Of(matched.Reading, string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim(), rows),
        };
    }
}
