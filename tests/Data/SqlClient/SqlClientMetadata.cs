using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OnCall.Data.Tests.SqlClient;

/// <summary>What an assembly file wants of another one, read from its metadata without loading it.</summary>
internal static class SqlClientMetadata
{
    /// <summary>Full names of the types that the file refers or forwards to in that assembly.</summary>
    public static IReadOnlyList<string> TypesWantedOf(string assembly, string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => IsIn(metadata, type.ResolutionScope, assembly))
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
            .. metadata.ExportedTypes.Select(metadata.GetExportedType)
                .Where(type => IsIn(metadata, type.Implementation, assembly))
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }

    /// <summary>Type and member names that the file calls in that assembly.</summary>
    public static IReadOnlyList<(string Type, string Member)> MembersWantedOf(string assembly, string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return
        [
            .. from member in metadata.MemberReferences.Select(metadata.GetMemberReference)
               where member.Parent.Kind == HandleKind.TypeReference
               let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
               where IsIn(metadata, type.ResolutionScope, assembly)
               select ($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}", metadata.GetString(member.Name)),
        ];
    }

    private static bool IsIn(MetadataReader metadata, EntityHandle scope, string assembly) =>
        scope.Kind == HandleKind.AssemblyReference
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == assembly;
}
