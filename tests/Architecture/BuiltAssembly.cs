using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OnCall.Architecture.Tests;

/// <summary>A built assembly, read from its file and never loaded.</summary>
/// <param name="References">Names of the assemblies whose types it uses.</param>
/// <param name="Calls">Members of other assemblies that it uses: <c>System.DateTime.get_UtcNow</c>.</param>
internal sealed record BuiltAssembly(string Name, IReadOnlySet<string> References, IReadOnlySet<string> Calls)
{
    /// <summary>Reads one that the tests were built with.</summary>
    public static BuiltAssembly Read(string name)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var metadata = image.GetMetadataReader();
        return new(
            name,
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(StringComparer.Ordinal),
            metadata.MemberReferences.Select(metadata.GetMemberReference).Select(member => Call(metadata, member)).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    private static string? Call(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }
}
