using System.Globalization;
using OnCall.Application;
using OnCall.Application.Sealing;

namespace OnCall.Api.Composition;

/// <summary>
/// <c>dotnet OnCall.Api.dll protection status</c>: tells, table by table, how many rows are stored plain or sealed by a retired key, in the database
/// that the settings name, beside the running program. Ends with 0 when none is, 1 when some are, 2 when it could not be told.
/// </summary>
internal static class ProtectionCommand
{
    private const string Usage = "protection status";

    internal static bool Asked(string[] args) => args is ["protection", ..];

    /// <exception cref="WrongSettingException">The words cannot be understood, or what unwraps the keys is missing.</exception>
    internal static async Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output)
    {
        if (args is not ["protection", "status"])
        {
            throw new WrongSettingException(string.Join(' ', args), $"is not understood. Say {Usage}.");
        }

        var left = await services.GetRequiredService<IStoredWords>().LeftAsync(CancellationToken.None);
        foreach (var table in left)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Table}: {table.Plain} plain, {table.Retired} by a retired key"));
        }

        return left.All(t => t is { Plain: 0, Retired: 0 }) ? 0 : 1;
    }
}
