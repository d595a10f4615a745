using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>
/// Puts one shift on a roster by hand, or takes one off: a publication like that of a file, so that it is listed, audited and rolled back
/// with the others. What is past stays as it was.
/// </summary>
public sealed class ChangeShifts(
    ScheduledRoles roles, IRosterPeople people, IRosterReads rosters, IRosterUploads uploads, ShiftReview review, ShiftNotices telling, RosterSignal signal, IIdSource ids, IClock clock)
{
    /// <summary>What stands in place of the name of a file.</summary>
    public const string ByHand = "by hand";

    /// <summary>What stands in place of its format; no file is of it, whatever it is called.</summary>
    internal const string Hand = "hand";

    private const int Attempts = 5;
    private static readonly Duration Longest = Duration.FromDays(31);
    private static readonly AddShiftValidator AddValidator = new();
    private static readonly RemoveShiftValidator RemoveValidator = new();

    /// <param name="caller">A scheduler of the role.</param>
    /// <param name="request">The shift.</param>
    /// <param name="preview">Says what it would do, and does nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Answer<ShiftOutcome>> AddAsync(Caller caller, AddShiftRequest request, bool preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AddValidator.Validate(request) is { IsValid: false } wrong
            ? Task.FromResult<Answer<ShiftOutcome>>(wrong.ToRefusal())
            : AtOnceAsync(() => TryAddAsync(caller, request, preview, cancellationToken));
    }

    /// <summary>Takes a shift off; of one that runs, what is left of it.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task<Answer<ShiftOutcome>> RemoveAsync(Caller caller, RemoveShiftRequest request, bool preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RemoveValidator.Validate(request) is { IsValid: false } wrong
            ? Task.FromResult<Answer<ShiftOutcome>>(wrong.ToRefusal())
            : AtOnceAsync(() => TryRemoveAsync(caller, request, preview, cancellationToken));
    }

    private static async Task<Answer<ShiftOutcome>> AtOnceAsync(Func<Task<Answer<ShiftOutcome>?>> change)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await change() is { } answer)
            {
                return answer;
            }
        }

        return ShiftRefusals.Busy;
    }

    private async Task<Answer<ShiftOutcome>?> TryAddAsync(Caller caller, AddShiftRequest request, bool preview, CancellationToken cancellationToken)
    {
        var placed = await PlaceAsync(caller, request.Role!, request.Person!, request.From!, request.To, cancellationToken);
        if (!placed.Ok)
        {
            return placed.Refusal;
        }

        var (place, now) = (placed.Value, MilliTime.Of(clock));
        if (!place.Person.Active)
        {
            return ShiftRefusals.Inactive(place.Person.Name);
        }

        if (place.To <= now)
        {
            return ShiftRefusals.Past;
        }

        // Who was on until now is not written anew.
        var label = string.IsNullOrWhiteSpace(request.Label) ? null : request.Label.Trim();
        var shift = new NewShift(place.Scope.Role.Id, place.Person.Id, request.Tier ?? 1, Instant.Max(place.From, now), place.To, label);
        var there = place.Roster.Shifts.Where(s => s.Person == place.Person.Id && s.Start < place.To && shift.Start < s.End).ToList();
        if (there is [var same] && NewShift.Of(same) is var known && known.Start <= shift.Start && known with { Start = shift.Start } == shift)
        {
            shift = known;
        }

        if (there.Exists(s => NewShift.Of(s) != shift))
        {
            return ShiftRefusals.OnAlready(place.Person.Name, place.Scope.Role);
        }

        return await PublishAsync(caller, place, ShiftPublication.Plan(place.Scope.Role.Id, there, [shift]), shift, preview, now, cancellationToken);
    }

    private async Task<Answer<ShiftOutcome>?> TryRemoveAsync(Caller caller, RemoveShiftRequest request, bool preview, CancellationToken cancellationToken)
    {
        var placed = await PlaceAsync(caller, request.Role!, request.Person!, request.From!, to: null, cancellationToken);
        if (!placed.Ok)
        {
            return placed.Refusal;
        }

        var (place, now) = (placed.Value, MilliTime.Of(clock));
        var shift = place.Roster.Shifts.Where(s => s.Person == place.Person.Id && s.Start == place.From).OrderByDescending(s => s.End).FirstOrDefault();
        if (shift is null)
        {
            return ShiftRefusals.NoSuchShift(place.Person.Name, place.Scope.Role);
        }

        if (shift.End <= now)
        {
            return ShiftRefusals.Past;
        }

        // What it leaves is seen only over all of the time that it takes away.
        IReadOnlyCollection<NewShift> left = shift.Start < now ? [NewShift.Of(shift) with { End = now }] : [];
        var from = Instant.Max(shift.Start, now);
        var over = place with { View = await rosters.LoadAsync([shift.Role], from, shift.End, cancellationToken), From = from, To = shift.End };
        if (!over.Roster.Shifts.Contains(shift))
        {
            return null;
        }

        return await PublishAsync(caller, over, ShiftPublication.Plan(shift.Role, [shift], left), NewShift.Of(shift), preview, now, cancellationToken);
    }

    private async Task<Answer<ShiftPlace>> PlaceAsync(Caller caller, string role, string person, string from, string? to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await roles.FindAsync(caller, role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = found.Value;
        var start = RosterTimes.At(from, scope.Clock);
        var end = to is null ? start + Duration.FromMilliseconds(1) : RosterTimes.At(to, scope.Clock);
        if (end <= start || end - start > Longest)
        {
            return Refusal.Invalid(new InputProblem("to", end <= start ? "A shift must end after it starts." : "A shift put on by hand lasts 31 days at most.", to));
        }

        return await people.ByEmployeeNoAsync([person.Trim()], cancellationToken) is [var known]
            ? new ShiftPlace(scope, known, await rosters.LoadAsync([scope.Role.Id], start, end, cancellationToken), start, end)
            : ShiftRefusals.NoSuchPerson(person);
    }

    private async Task<Answer<ShiftOutcome>?> PublishAsync(
        Caller caller, ShiftPlace place, PublicationPlan plan, NewShift shift, bool preview, Instant now, CancellationToken cancellationToken)
    {
        var problems = await review.ReviewAsync(place, plan, plan.Added.Contains(shift) ? shift : null, now, cancellationToken);
        var id = preview || plan.IsUnchanged ? (UploadId?)null : new UploadId(ids.NewId());
        var role = place.Scope.Role;
        var outcome = new ShiftOutcome(
            id?.Value, new RoleName(role.Code, role.Name), new WrittenShift(PersonName.Of(place.Person), shift.Tier, shift.Start, shift.End, shift.Label), plan.Changes, problems);
        if (id is not { } upload)
        {
            return outcome;
        }

        var content = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(outcome.Shift)));
        var kept = new RosterUpload(
            upload, now, caller.Name, ByHand, Convert.ToHexStringLower(content), place.Scope.Zone.Id, Hand, "utf-8", 1, 1, UploadStatus.Published, plan.Changes, problems, now);
        var publishing = new RosterPublishing(kept, IsPreview: false, new RosterDraft("", [], [], plan.Added), plan, place.View.Stamp, RosterAudit.Upload(caller, now, kept))
        {
            Notices = await telling.OfAsync(
                $"upload:{upload}", [new ShiftChange(shift.Person, place.Scope, shift.Start, shift.End, plan.Added.Contains(shift))], caller.Person, now, cancellationToken),
        };
        if (!await uploads.PublishAsync(publishing, cancellationToken))
        {
            return null;
        }

        signal.Announce();
        return outcome;
    }
}
