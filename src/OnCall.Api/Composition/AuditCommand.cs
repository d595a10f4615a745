using System.Globalization;
using OnCall.Application;
using OnCall.Application.Audit;

namespace OnCall.Api.Composition;

/// <summary>
/// <c>dotnet OnCall.Api.dll audit verify [--anchors FILE] [--from PLACE]</c>: checks the audit trail of the database that the settings name, beside
/// the running program or without it, and writes nothing. Ends with 0 when it is sound, 1 when it is not, 2 when it could not be checked, or not against any anchor.
/// </summary>
internal static class AuditCommand
{
    internal const int NotChecked = 2;

    private const string Usage = "audit verify [--anchors FILE] [--from PLACE]";

    internal static bool Asked(string[] args) => args is ["audit", ..];

    /// <param name="open">The anchors of a file.</param>
    /// <exception cref="WrongSettingException">The words cannot be understood.</exception>
    /// <exception cref="IOException">The anchors cannot be read.</exception>
    internal static async Task<int> RunAsync(string[] args, IServiceProvider services, Func<string, IAnchors> open, TextWriter output)
    {
        var (file, from) = Read(args);
        var anchors = file is null ? services.GetRequiredService<IAnchors>() : open(file);
        if (file is not null && !File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file of anchors {file}.");
        }

        var verdict = await services.GetRequiredService<CheckAudit>().RunAsync(from, await anchors.ReadAsync(CancellationToken.None), CancellationToken.None);
        await output.WriteAsync(AuditReport.Of(verdict, from, anchors.Place));
        return !verdict.Sound ? 1 : verdict.Anchored ? 0 : NotChecked;
    }

    private static (string? File, long From) Read(string[] args)
    {
        if (args is not ["audit", "verify", .. var options])
        {
            throw new WrongSettingException(string.Join(' ', args), $"is not understood. Say {Usage}.");
        }

        string? file = null;
        var from = 1L;
        for (var i = 0; i < options.Length; i += 2)
        {
            var value = i + 1 < options.Length ? options[i + 1] : null;
            switch (options[i])
            {
                case "--anchors" when !string.IsNullOrWhiteSpace(value):
                    file = value;
                    break;
                case "--from" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out from) && from > 0:
                    break;
                default:
                    throw new WrongSettingException($"{options[i]} {value}".TrimEnd(), $"is not understood. Say {Usage}.");
            }
        }

        return (file, from);
    }
}
