using System.DirectoryServices.Protocols;

namespace OnCall.Ldap;

/// <summary>Reads the values of entries.</summary>
internal static class Entries
{
    internal static IEnumerable<string> Texts(SearchResultEntry entry, string attribute) =>
        entry.Attributes[attribute]?.GetValues(typeof(string)).Cast<string>() ?? [];

    internal static string? Text(SearchResultEntry entry, string attribute) =>
        Texts(entry, attribute).Select(t => t.Trim()).FirstOrDefault(t => t.Length > 0);

    /// <summary>By which the entry is known for ever: RFC 4530, or Active Directory's. Null when neither may be seen.</summary>
    internal static string? Subject(SearchResultEntry entry) =>
        Text(entry, "entryUUID")?.ToLowerInvariant()
        ?? (entry.Attributes["objectGUID"]?.GetValues(typeof(byte[])) is [byte[] { Length: 16 } guid, ..] ? new Guid(guid).ToString("D") : null);
}
