namespace OnCall.RosterFiles.Excel;

/// <summary>What a part of a package refers to: target part and type by id.</summary>
internal sealed class PackageRelations
{
    private const int Most = 10_000;
    private const long LargestPart = 4 * 1024 * 1024;

    private readonly Dictionary<string, (string Part, string Type)> _targets = new(StringComparer.Ordinal);

    private PackageRelations()
    {
    }

    /// <param name="source">The part that refers; empty for the package itself.</param>
    public static PackageRelations Of(PackageParts parts, string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        var relations = new PackageRelations();
        using var reader = parts.Open($"{source[..slash]}_rels/{source[slash..]}.rels", LargestPart);
        while (reader?.Next() == true && relations._targets.Count < Most)
        {
            if (reader is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
            {
                relations._targets[id] = (Resolve(source[..slash], target), reader.GetAttribute("Type") ?? "");
            }
        }

        return relations;
    }

    public string? Part(string id, string type) =>
        _targets.TryGetValue(id, out var target) && target.Type.EndsWith("/" + type, StringComparison.Ordinal) ? target.Part : null;

    public string? First(string type) => _targets.Values.FirstOrDefault(target => target.Type.EndsWith("/" + type, StringComparison.Ordinal)).Part;

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
