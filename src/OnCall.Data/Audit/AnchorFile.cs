using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using OnCall.Application;
using OnCall.Application.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>The anchors as lines of JSON in a file, which may be on another machine's share: <c>OnCall:Audit:AnchorFile</c>.</summary>
public sealed class AnchorFile(string path) : IAnchors
{
    public string Place => path;

    /// <summary>As it is set; without a setting in <c>anchors</c> under the data directory.</summary>
    public static AnchorFile Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["OnCall:Audit:AnchorFile"] is { } set && !string.IsNullOrWhiteSpace(set))
        {
            return new AnchorFile(set);
        }

        var data = configuration["OnCall:DataDirectory"];
        return new AnchorFile(Path.Combine(string.IsNullOrWhiteSpace(data) ? "data" : data, "anchors", "audit-anchors.jsonl"));
    }

    public async Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            System.IO.Directory.CreateDirectory(folder);
        }

        // Nodes that share the file write one after the other; a line that was cut off by a crash is ended first.
        await using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var torn = stream.Length > 0 && stream.Seek(-1, SeekOrigin.End) >= 0 && stream.ReadByte() != '\n';
        stream.Seek(0, SeekOrigin.End);
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{(torn ? "\n" : "")}{Line(anchor)}\n"), cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    public async Task<IReadOnlyList<AnchorLine>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = new List<AnchorLine>();
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            lines.Add(new AnchorLine(number, Anchor(line)));
        }

        return lines;
    }

    private static string Line(AuditAnchor anchor) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("place", anchor.Place);
        json.WriteString("hash", anchor.Hash);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(anchor.At));
        json.WriteNumber("entries", anchor.Entries);
        json.WriteEndObject();
    });

    private static AuditAnchor? Anchor(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return InstantPattern.ExtendedIso.Parse(root.GetProperty("at").GetString()!).TryGetValue(default, out var at)
                && root.GetProperty("hash").GetString() is { Length: 64 } hash
                ? new AuditAnchor(root.GetProperty("place").GetInt64(), hash, at, root.GetProperty("entries").GetInt64())
                : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
