using OnCall.Application.Directory;

namespace OnCall.Application.Presets;

/// <summary>Refusals of presets.</summary>
internal static class PresetProblems
{
    internal static Refusal Unknown(string code) => DirectoryProblems.Unknown("unknown-preset", "No such preset", $"No preset has the code '{code}'. Nothing is paged by it.");

    internal static Refusal Inactive { get; } = new(
        RefusalKind.Conflict, "preset-not-active", "This preset is not active", "This press paged nobody. Page the roles one by one, or have an administrator make it active.");

    /// <summary>Of a press that made not one page.</summary>
    internal static Refusal NobodyPaged { get; } = new(
        RefusalKind.Conflict, "nobody-paged", "Nobody was paged", "Not one of its roles could be paged. Press again, or page the roles one by one.");

    /// <summary>Of a key under which the caller has no page.</summary>
    internal static Refusal NoPress { get; } = new(
        RefusalKind.NotFound, "unknown-press", "You called no team by this press", "Somebody else did, or it is more than 7 days ago. Look at the board for its pages.");

    /// <summary>Of a role whose page could not be written.</summary>
    internal static SetOffProblem NotWritten { get; } = new(
        "page-not-written", "This page could not be written", "Nobody was paged on this role. Press again: whoever was paged is not paged twice. Else page the role by itself.");

    /// <summary>Of a role whose page may have been written before the database went away.</summary>
    internal static SetOffProblem NotKnown { get; } = new(
        "page-not-known", "It is not known whether this role was paged", "The database broke off while it was written down, or something is in its way there, perhaps the same page, sent before. Press again: whoever was paged is not paged twice. Do not page the role by itself before you have looked at the board.");

    /// <summary>Of a role that has no page under the key.</summary>
    internal static SetOffProblem NotPaged { get; } = new(
        "not-paged", "Nobody was paged on this role", "Press again: whoever was paged is not paged twice. Else page the role by itself.");
}
