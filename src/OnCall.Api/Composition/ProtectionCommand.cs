using System.Globalization;
using OnCall.Application;
using OnCall.Application.Sealing;

namespace OnCall.Api.Composition;

/// <summary>
/// <c>dotnet OnCall.Api.dll protection status</c>: tells, table by table, how many rows are stored plain or sealed by a retired key, in the database
/// that the settings name, beside the running program. Ends with 0 when none is, 1 when some are, 2 when it could not be told.
/// <c>protection accept KEY</c> and <c>protection remove KEY</c> settle what is to become of a key that OnCall did not write, or not as it stands.
/// They end with 0 when it is done, and with 1 when it cannot be.
/// </summary>
internal static class ProtectionCommand
{
    private const string Usage = "protection status, protection accept KEY or protection remove KEY";

    internal static bool Asked(string[] args) => args is ["protection", ..];

    /// <exception cref="WrongSettingException">The words cannot be understood, or what unwraps the keys is missing.</exception>
    internal static async Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output)
    {
        var keys = services.GetRequiredService<ISealingKeys>();
        return args switch
        {
            ["protection", "status"] => await StatusAsync(services.GetRequiredService<IStoredWords>(), keys, output),
            ["protection", "accept", var id] => await SettleAsync(await keys.AcceptAsync(id, CancellationToken.None), id, "Accepted: it opens what it sealed, and seals nothing more. Start OnCall.", output),
            ["protection", "remove", var id] => await SettleAsync(await keys.RemoveAsync(id, CancellationToken.None), id, "Removed: what it sealed, if anything, cannot be read any more.", output),
            _ => throw new WrongSettingException(string.Join(' ', args), $"is not understood. Say {Usage}."),
        };
    }

    private static async Task<int> StatusAsync(IStoredWords words, ISealingKeys keys, TextWriter output)
    {
        var strangers = await keys.StrangersAsync(CancellationToken.None);
        foreach (var key in strangers)
        {
            await output.WriteLineAsync($"key {key}: not as OnCall wrote it, and not used. Settle it by protection accept or protection remove");
        }

        var left = await words.LeftAsync(CancellationToken.None);
        foreach (var table in left)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Table}: {table.Plain} plain, {table.Retired} by a retired key"));
        }

        return strangers.Count == 0 && left.All(t => t is { Plain: 0, Retired: 0 }) ? 0 : 1;
    }

    private static async Task<int> SettleAsync(StrangeKeyOutcome outcome, string id, string done, TextWriter output)
    {
        await output.WriteLineAsync(outcome switch
        {
            StrangeKeyOutcome.Done => $"{id}: {done}",
            StrangeKeyOutcome.NotWrappedByUs => $"{id}: refused. Neither the key file nor the certificate wraps it: it is not OnCall's, and can only be removed.",
            _ => $"{id}: there is no such key that is not as OnCall wrote it.",
        });
        return outcome == StrangeKeyOutcome.Done ? 0 : 1;
    }
}
