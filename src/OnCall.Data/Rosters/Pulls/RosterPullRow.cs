using System.Text.Json;
using NodaTime;
using OnCall.Application.Rosters.Pulls;
using OnCall.Data.Sealing;
using OnCall.Domain.Alarms;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Data.Rosters.Pulls;

/// <summary>A row of <c>roster_pull</c>, with when what it holds was published by hand.</summary>
internal sealed class RosterPullRow
{
    public RosterPullId Id { get; set; }

    public string Code { get; set; } = "";

    public OrgUnitId OrgUnit { get; set; }

    public string Definition { get; set; } = "";

    public string? Secret { get; set; }

    public int StaleAfterHours { get; set; }

    public int Version { get; set; }

    public Instant UpdatedAt { get; set; }

    public Instant NextAt { get; set; }

    public Instant? TriedAt { get; set; }

    public Instant? SuccessAt { get; set; }

    public string? Outcome { get; set; }

    public string? Message { get; set; }

    public UploadId? Upload { get; set; }

    public Instant? TroubleSince { get; set; }

    public string? Seen { get; set; }

    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    public string? ContentHash { get; set; }

    public Instant? ReadAt { get; set; }

    public UploadId? Held { get; set; }

    public string? HeldHash { get; set; }

    public string? HeldBasis { get; set; }

    public Instant? HeldPublishedAt { get; set; }

    /// <remarks>A secret that cannot be opened is none: the next fetch is refused, and says so.</remarks>
    public StoredPull ToPull(TextSeal seal)
    {
        var secret = seal.OpenOrNull(SealedColumn.RosterPullSecret, Id.Value, Secret);
        return new(Id, Code, OrgUnit, JsonSerializer.Deserialize<PullSettings>(Definition)!, secret is null ? null : new PullSecret(secret), Version, State());
    }

    public RosterPullState ToState()
    {
        var state = State();
        var from = state.SuccessAt is { } success ? Instant.Max(success, UpdatedAt) : UpdatedAt;
        return new RosterPullState(Code, state.IsTrouble ? state.Message : null, state.TroubleSince, from, Duration.FromHours(StaleAfterHours));
    }

    private PullState State()
    {
        var state = new PullState
        {
            NextAt = NextAt,
            TriedAt = TriedAt,
            SuccessAt = SuccessAt,
            Outcome = Outcome is { } name ? Enum.Parse<RosterPullOutcome>(name) : null,
            Message = Message,
            Upload = Upload,
            TroubleSince = TroubleSince,
            Seen = Seen,
            ETag = ETag,
            LastModified = LastModified,
            ContentHash = ContentHash,
            ReadAt = ReadAt,
            Held = Held,
            HeldHash = HeldHash,
            HeldBasis = HeldBasis,
        };

        // Whoever publishes by hand what was held has seen to it; a failure after it is another matter.
        return HeldPublishedAt is { } published && state.Outcome == RosterPullOutcome.Held
            ? state with
            {
                Outcome = RosterPullOutcome.Published,
                Message = "What was held has been published by hand.",
                TroubleSince = null,
                SuccessAt = SuccessAt is { } before ? Instant.Max(before, published) : published,
            }
            : state;
    }
}
