using OnCall.Application;

namespace OnCall.Api.Composition;

/// <summary>
/// <c>dotnet OnCall.Api.dll migrate</c>: brings the schema of the database that the settings name up to this version, and ends with 0. For a login that
/// may do so, where the program's own may not. Running nodes of the version before go on.
/// </summary>
internal static class MigrateCommand
{
    private const string Word = "migrate";

    internal static bool Asked(string[] args) => args is [Word, ..];

    /// <param name="migrate">Applies what is missing, and answers the names of what it applied.</param>
    /// <exception cref="WrongSettingException">The words cannot be understood.</exception>
    internal static async Task<int> RunAsync(string[] args, Func<CancellationToken, Task<IReadOnlyList<string>>> migrate, TextWriter output)
    {
        if (args is not [Word])
        {
            throw new WrongSettingException(string.Join(' ', args), $"is not understood. Say {Word}.");
        }

        var applied = await migrate(CancellationToken.None);
        foreach (var name in applied)
        {
            await output.WriteLineAsync($"Applied: {name}");
        }

        await output.WriteLineAsync("The schema is this version's.");
        return 0;
    }
}
