using System.Security.Cryptography;
using OnCall.Application;
using OnCall.Application.Exports;

namespace OnCall.Api.Exports;

/// <summary>
/// <c>dotnet OnCall.Api.dll export verify FILE [--key PEM]</c>: checks an exported file, by the public key in a file and then with no database, or by
/// the keys in the database that the settings name. Ends with 0 when it is genuine, 1 when it is not, 2 when it could not be checked.
/// </summary>
internal static class ExportCommand
{
    private const string Usage = "export verify FILE [--key PEM]";

    internal static bool Asked(string[] args) => args is ["export", ..];

    /// <summary>True when a key is given, so that no database is needed.</summary>
    internal static bool IsOffline(string[] args) => args is ["export", _, _, "--key", _];

    /// <param name="services">Null where a key is given.</param>
    /// <exception cref="WrongSettingException">The words cannot be understood, or the key cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static async Task<int> RunAsync(string[] args, IServiceProvider? services, TextWriter output)
    {
        if (args is not (["export", "verify", _] or ["export", "verify", _, "--key", _]))
        {
            throw new WrongSettingException(string.Join(' ', args), $"is not understood. Say {Usage}.");
        }

        var file = await File.ReadAllBytesAsync(args[2]);
        var verdict = IsOffline(args)
            ? VerifyExport.Check(file, [await ReadAsync(args[4])])
            : await services!.GetRequiredService<VerifyExport>().RunAsync(file, CancellationToken.None);
        await output.WriteLineAsync($"File:    SHA-256 {verdict.Sha256}");
        await output.WriteLineAsync($"Key:     {verdict.Key ?? "none"}");
        await output.WriteLineAsync(verdict.Genuine ? $"Genuine. {verdict.Why}" : $"NOT GENUINE: {verdict.Why}");
        return verdict.Genuine ? 0 : 1;
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path));
            return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new WrongSettingException(path, "is not a public key in PEM.");
        }
    }
}
