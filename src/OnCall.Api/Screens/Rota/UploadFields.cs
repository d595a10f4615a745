using System.Text.Json;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Api.Screens.Rota;

/// <summary>What the form of an upload posts. What is left empty is told by the file.</summary>
internal sealed class UploadFields
{
    public IFormFile? File { get; set; }

    public string? TimeZone { get; set; }

    public string? Format { get; set; }

    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public string? Sheet { get; set; }

    public string? DateOrder { get; set; }

    /// <summary>Our name of a column to the file's own heading.</summary>
    public Dictionary<string, string?> Map { get; set; } = [];

    public string? Role { get; set; }

    public string? Source { get; set; }

    public bool CreateMissing { get; set; }

    /// <summary>The request, with the file's bytes.</summary>
    internal UploadRosterRequest ToRequest(RosterFile file)
    {
        var mapping = Map.Where(m => !string.IsNullOrWhiteSpace(m.Value)).ToDictionary(m => m.Key, m => m.Value!);
        return new UploadRosterRequest(
            file, Filled(TimeZone), Filled(Format), mapping.Count == 0 ? null : JsonSerializer.Serialize(mapping), Filled(Role), CreateMissing)
        {
            Source = Filled(Source),
            Encoding = Filled(Encoding),
            Delimiter = Filled(Delimiter),
            Sheet = Filled(Sheet),
            DateOrder = Filled(DateOrder),
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
