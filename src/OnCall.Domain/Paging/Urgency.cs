namespace OnCall.Domain.Paging;

/// <summary>
/// How soon a human must take the page. The order is the order of service: a larger value overtakes a smaller one.
/// </summary>
public enum Urgency
{
    /// <summary>Can wait for free hands: nothing that rings, no steps.</summary>
    Routine = 0,

    /// <summary>A lab or imaging value that must be read back.</summary>
    CriticalResult = 1,

    /// <summary>Someone sees the patient now.</summary>
    Urgent = 2,

    /// <summary>Cardiac arrest, trauma, code teams: every contact method at once.</summary>
    Code = 3,
}
