namespace OnCall.Domain.Rosters.Swaps;

/// <summary>Who acts, as a swap sees them. One person may be several of these.</summary>
/// <param name="Gives">They are the one whose shift is given.</param>
/// <param name="Takes">They are the colleague who was asked.</param>
/// <param name="Schedules">They may schedule every role of the swap.</param>
/// <param name="Alone">Nobody else than the two of the swap may schedule every role of it.</param>
public sealed record SwapActor(bool Gives, bool Takes, bool Schedules, bool Alone)
{
    /// <summary>Time and the roster.</summary>
    public static SwapActor System { get; } = new(Gives: false, Takes: false, Schedules: false, Alone: false);

    /// <summary>Nobody approves a swap of their own, unless there is nobody else who could.</summary>
    public bool Approves => Schedules && (Alone || (!Gives && !Takes));

    /// <summary>They approve a swap of their own, which the audit says.</summary>
    public bool ApprovesOwn => Approves && (Gives || Takes);
}
