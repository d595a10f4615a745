namespace OnCall.Domain.Paging;

/// <summary>The written names of the urgency classes, as in the API and on pagers.</summary>
public static class UrgencyNames
{
    /// <summary><c>code</c>, <c>urgent</c>, <c>critical-result</c> or <c>routine</c>.</summary>
    public static string ToName(this Urgency urgency) => urgency switch
    {
        Urgency.Code => "code",
        Urgency.Urgent => "urgent",
        Urgency.CriticalResult => "critical-result",
        Urgency.Routine => "routine",
    };

    /// <summary>Reads a written name; false when it is none of the four.</summary>
    public static bool TryParse(string? name, out Urgency urgency)
    {
        foreach (var candidate in Enum.GetValues<Urgency>())
        {
            if (string.Equals(candidate.ToName(), name?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                urgency = candidate;
                return true;
            }
        }

        urgency = default;
        return false;
    }
}
