using System.Text.Json.Serialization;

namespace OnCall.Application.Presets;

/// <summary>What whoever sets a preset off has to say.</summary>
/// <param name="Where">At most 60 characters; asked for by most presets. Stands in the subject of each page, and never leaves the building.</param>
/// <param name="Callback">A telephone number: digits, <c>+ * #</c>, spaces and <c>ext</c>. Leaves the building.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SetOffRequest(string? Where = null, string? Callback = null);
