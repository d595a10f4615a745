using System.Text.Json;
using FluentValidation;
using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What an upload must say besides its file.</summary>
public sealed class UploadRosterValidator : AbstractValidator<UploadRosterRequest>
{
    private const int LongestName = 260;
    private const int LongestSource = 100;

    public UploadRosterValidator()
    {
        RuleFor(r => r.File.Name).MaximumLength(LongestName).OverridePropertyName("file")
            .WithMessage($"A file name has at most {LongestName} characters.");
        RuleFor(r => r.TimeZone).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Say in which zone the times are written, as an IANA name such as Europe/Brussels.")
            .Must(zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone!) is not null).WithMessage("This is no IANA zone. Write it like Europe/Brussels.")
            .OverridePropertyName("timeZone");
        RuleFor(r => r.Mapping).Must(m => m is null || ReadMapping(m) is not null).OverridePropertyName("mapping")
            .WithMessage("A mapping is a JSON object of our column names to the file's headings: {\"start\":\"Beginn\"}.");
        RuleFor(r => r.Legend).Must(l => l is null || ReadLegend(l) is not null).OverridePropertyName("legend")
            .WithMessage("A legend is a JSON object of the grid's letters to their times, empty for a day off: {\"N\":\"20:00-08:00\",\"X\":\"\"}.");
        RuleFor(r => r.DateOrder).Must(o => o is null || ReadOrder(o) is not null).OverridePropertyName("dateOrder")
            .WithMessage("Write dayFirst, monthFirst or yearFirst.");
        RuleFor(r => r.Source).MaximumLength(LongestSource).OverridePropertyName("source").WithMessage($"A source's name has at most {LongestSource} characters.");
        RuleFor(r => r.Sheet).MaximumLength(LongestSource).OverridePropertyName("sheet").WithMessage($"A sheet's name has at most {LongestSource} characters.");
        RuleFor(r => r.Role).MaximumLength(200).OverridePropertyName("role").WithMessage("A role is written in at most 200 characters.");
    }

    /// <summary>Null when it is no flat JSON object of texts.</summary>
    internal static IReadOnlyDictionary<string, string>? ReadMapping(string? mapping) =>
        Read(mapping) is { } read && read.All(pair => !string.IsNullOrWhiteSpace(pair.Value)) ? read : null;

    /// <summary>Null when it is no flat JSON object of texts; a text may be empty.</summary>
    internal static IReadOnlyDictionary<string, string>? ReadLegend(string? legend) => Read(legend);

    /// <summary>Null for no such word.</summary>
    internal static DateOrder? ReadOrder(string? order) => order?.ToUpperInvariant() switch
    {
        "DAYFIRST" => DateOrder.DayFirst,
        "MONTHFIRST" => DateOrder.MonthFirst,
        "YEARFIRST" => DateOrder.YearFirst,
        _ => null,
    };

    private static Dictionary<string, string>? Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, string?>>(json);
            return read is null || read.Any(pair => pair.Key.Length == 0 || pair.Value is null)
                ? null
                : read.ToDictionary(pair => pair.Key, pair => pair.Value!);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // The latter for half a character, which no text can hold.
            return null;
        }
    }
}
