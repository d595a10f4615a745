using NodaTime;
using OnCall.Application.Rosters.Swaps;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Data.Rosters.Swaps;

internal sealed class SwapRow
{
    public SwapId Id { get; set; }

    public RoleId GiveRole { get; set; }

    public int GiveTier { get; set; }

    public Instant GiveStart { get; set; }

    public Instant GiveEnd { get; set; }

    public PersonId Giver { get; set; }

    public PersonId Taker { get; set; }

    public RoleId? TakeRole { get; set; }

    public int? TakeTier { get; set; }

    public Instant? TakeStart { get; set; }

    public Instant? TakeEnd { get; set; }

    public string Reason { get; set; } = "";

    public string State { get; set; } = "";

    public int Version { get; set; }

    public Instant ExpiresAt { get; set; }

    public Instant AskedAt { get; set; }

    public string AskedBy { get; set; } = "";

    public Instant ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public StoredSwap ToSwap(IEnumerable<CoverId> covers, TextSeal seal) => new(
        new Swap(
            Id, new SwapSide(GiveRole, GiveTier, Giver, Taker, GiveStart, GiveEnd),
            TakeRole is { } role ? new SwapSide(role, TakeTier!.Value, Taker, Giver, TakeStart!.Value, TakeEnd!.Value) : null,
            seal.Open(SealedColumn.SwapReason, Id.Value, Reason), Enum.Parse<SwapState>(State), ExpiresAt, Version),
        AskedAt, AskedBy, ChangedAt, ChangedBy, [.. covers]);
}
