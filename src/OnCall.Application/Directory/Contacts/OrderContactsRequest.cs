using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Contacts;

/// <summary>The ids of all of the caller's contact methods, in the order that they want.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OrderContactsRequest(IReadOnlyList<Guid>? ContactMethods);
