namespace OnCall.Testing;

/// <summary>The checkout that the tests were built from, for tests that read source files.</summary>
public static class SourceTree
{
    /// <summary>The folder with <c>OnCall.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder by its path from the root, with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Files under a folder, built ones left out, as paths from the root with forward slashes, in a fixed order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        System.IO.Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OnCall.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No OnCall.sln above {from}: run the tests from the build output of a checkout.");
    }
}
