using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Screens.Rota;

/// <summary>What the forms about a stretch of a roster post; each uses some of it.</summary>
internal sealed class StretchForm
{
    public string? Role { get; set; }

    /// <summary>The employee number of whoever is on it.</summary>
    public string? On { get; set; }

    /// <summary>An instant within it.</summary>
    public string? At { get; set; }

    /// <summary>Who is to stand in.</summary>
    public string? Person { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Reason { get; set; }

    public Guid Cover { get; set; }

    /// <summary>The shift's own start, by which it is taken off.</summary>
    public string? Start { get; set; }

    /// <summary>Its warnings were read.</summary>
    public bool Read { get; set; }

    internal Instant? Instant => InstantPattern.ExtendedIso.Parse(At ?? "") is { Success: true } at ? at.Value : null;
}
