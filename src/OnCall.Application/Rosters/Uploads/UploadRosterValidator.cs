using System.Text.Json;
using FluentValidation;
using NodaTime;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What an upload must say besides its file.</summary>
public sealed class UploadRosterValidator : AbstractValidator<UploadRosterRequest>
{
    private const int LongestName = 260;

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
        RuleFor(r => r.Role).MaximumLength(200).OverridePropertyName("role").WithMessage("A role is written in at most 200 characters.");
    }

    /// <summary>Null when it is no flat JSON object of texts.</summary>
    internal static IReadOnlyDictionary<string, string>? ReadMapping(string? mapping)
    {
        if (string.IsNullOrWhiteSpace(mapping))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, string?>>(mapping);
            return read is null || read.Any(pair => pair.Key.Length == 0 || string.IsNullOrWhiteSpace(pair.Value))
                ? null
                : read.ToDictionary(pair => pair.Key, pair => pair.Value!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
