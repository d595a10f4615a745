using NodaTime;

namespace OnCall.Domain.Roles;

/// <summary>No days at all.</summary>
public static class NoDays
{
    public static IReadOnlySet<LocalDate> Holidays { get; } = new HashSet<LocalDate>();
}
