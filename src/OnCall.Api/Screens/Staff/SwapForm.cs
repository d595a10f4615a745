using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Screens.Staff;

/// <summary>What the form of a swap posts.</summary>
internal sealed class SwapForm
{
    public string? Role { get; set; }

    /// <summary>An instant within the shift that is given, ISO 8601.</summary>
    public string? At { get; set; }

    /// <summary>The time that was shown, ISO 8601: what is offered, though the shift be longer by now.</summary>
    public string? Start { get; set; }

    /// <summary>Exclusive.</summary>
    public string? End { get; set; }

    /// <summary>Who is asked: as the list offers them, or an employee number.</summary>
    public string? Person { get; set; }

    /// <summary>An instant within the shift that is taken in return; empty for none.</summary>
    public string? Take { get; set; }

    public string? Reason { get; set; }

    internal Instant? Instant => InstantPattern.ExtendedIso.Parse(At ?? "") is { Success: true } at ? at.Value : null;
}
