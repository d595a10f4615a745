using System.Text.Json.Serialization;

namespace OnCall.Application;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="Field">Path in camelCase: <c>contactMethods[0].address</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Value">What was found, where it may be shown.</param>
public sealed record InputProblem(string Field, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null);
