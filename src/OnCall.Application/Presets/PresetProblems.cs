using OnCall.Application.Directory;

namespace OnCall.Application.Presets;

/// <summary>Refusals of presets.</summary>
internal static class PresetProblems
{
    internal static Refusal Unknown(string code) => DirectoryProblems.Unknown("unknown-preset", "No such preset", $"No preset has the code '{code}'. Nobody was paged by it.");

    internal static Refusal Inactive { get; } = new(
        RefusalKind.Conflict, "preset-not-active", "This preset is not active", "Nobody was paged. Page the roles one by one, or have an administrator make it active.");

    /// <summary>Of a role whose page could not be written.</summary>
    internal static Refusal NotWritten { get; } = new(
        RefusalKind.Conflict, "page-not-written", "This page could not be written", "Nobody was paged on this role. Press again: whoever was paged is not paged twice. Else page the role by itself.");

    /// <summary>Of a role that has no page under the key.</summary>
    internal static Refusal NotPaged { get; } = new(
        RefusalKind.Conflict, "not-paged", "Nobody was paged on this role", "Press again: whoever was paged is not paged twice. Else page the role by itself.");
}
