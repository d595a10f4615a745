namespace OnCall.Application.Retention;

/// <summary>What the next run of the purge would do as things stand.</summary>
/// <param name="Complete">False when there is more than was looked at.</param>
public sealed record RetentionForecast(IReadOnlyList<ForecastLine> Items, bool Complete);
