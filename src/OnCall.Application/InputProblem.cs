using System.Text.Json.Serialization;

namespace OnCall.Application;

/// <summary>One thing that is wrong with the input: in a field, or in a row and column of a file.</summary>
/// <param name="Field">Path in camelCase: <c>contactMethods[0].address</c>; null for a place in a file.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Value">What was found, where it may be shown.</param>
public sealed record InputProblem(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null)
{
    /// <summary>As a spreadsheet numbers it; 1 is the headings, 0 the file as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Row { get; init; }

    /// <summary>The file's own heading.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }
}
