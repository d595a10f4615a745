using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OnCall.Architecture.Tests;

/// <summary>Who may know whom: Api and Scheduler → Application → Domain; Data, Channels, RosterFiles and Ldap → Application.</summary>
internal static partial class Direction
{
    private static readonly Dictionary<string, string[]> Inside = new(StringComparer.Ordinal)
    {
        ["OnCall.Domain"] = [],
        ["OnCall.Application"] = ["OnCall.Domain"],
        ["OnCall.Data"] = ["OnCall.Application", "OnCall.Domain"],
        ["OnCall.Channels"] = ["OnCall.Application", "OnCall.Domain"],
        ["OnCall.RosterFiles"] = ["OnCall.Application", "OnCall.Domain"],
        ["OnCall.Ldap"] = ["OnCall.Application", "OnCall.Domain"],
        ["OnCall.Scheduler"] = ["OnCall.Application", "OnCall.Domain"],
        ["OnCall.Api"] = ["OnCall.Application", "OnCall.Domain", "OnCall.Data", "OnCall.Channels", "OnCall.RosterFiles", "OnCall.Ldap", "OnCall.Scheduler"],
    };

    public static IEnumerable<string> Projects => Inside.Keys;

    /// <summary>References that a project may not have, by what its code uses.</summary>
    public static IEnumerable<string> Problems(BuiltAssembly assembly) => assembly.References
        .Where(reference => !Allowed(assembly.Name, reference))
        .Order(StringComparer.Ordinal)
        .Select(reference => $"{assembly.Name} uses {reference}");

    /// <summary>References that a project may not have, by its project file, used or not.</summary>
    public static IEnumerable<string> Problems(string project, string projectFile) => XDocument.Parse(projectFile)
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .Where(reference => reference != "OnCall.SqlServerTypes" && !Inside[project].Contains(reference))
        .Select(reference => $"{project} refers to {reference}");

    /// <summary>
    /// Files of the Api, other than its composition root, that name an adapter. A webhook is the one exception: what a provider
    /// posts is read by the reader that lies beside that provider's channel.
    /// </summary>
    public static IEnumerable<string> AdaptersNamed(IEnumerable<SourceFile> api) =>
        from file in api
        where file.Path != "src/OnCall.Api/Program.cs"
        from match in Adapter().Matches(file.Code).Select(match => match.Value).Distinct()
        where !(match == "OnCall.Channels" && file.Path.StartsWith("src/OnCall.Api/Webhooks/", StringComparison.Ordinal))
        select $"{file.Path} names {match}: only Program.cs composes";

    private static bool Allowed(string project, string reference) => project switch
    {
        _ when reference.StartsWith("OnCall.", StringComparison.Ordinal) => Inside[project].Contains(reference),
        "OnCall.Domain" => reference == "NodaTime" || IsPure(reference),
        "OnCall.Application" => reference is "NodaTime" or "FluentValidation" || IsPure(reference) || IsContract(reference),
        _ => true,
    };

    // The base library without what talks to the world outside.
    private static bool IsPure(string reference) =>
        (reference.StartsWith("System.", StringComparison.Ordinal) || reference == "netstandard")
        && !WorldOutside().IsMatch(reference);

    private static bool IsContract(string reference) =>
        reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && reference.EndsWith(".Abstractions", StringComparison.Ordinal);

    [GeneratedRegex(@"^System\.(?:Net|Data|IO|Diagnostics\.Process|DirectoryServices)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WorldOutside();

    [GeneratedRegex(@"\bOnCall\.(?:Data|Channels|RosterFiles|Ldap|Scheduler)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Adapter();
}
