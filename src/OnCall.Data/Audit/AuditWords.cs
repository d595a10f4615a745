using System.Text.Json;
using OnCall.Application.Audit;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;

namespace OnCall.Data.Audit;

/// <summary>Words in entries of the audit trail: a field of the detail that is sealed, beside the field <c>words</c> with the id that it is bound to.</summary>
internal sealed class AuditWords(Database database) : IAuditWords
{
    private const string Id = "words";

    public string Seal(Guid id, string words) => database.Seal.Seal(SealedColumn.AuditWords, id, words);

    /// <summary>Null where the detail holds none.</summary>
    internal static string? Open(Database database, string? detail)
    {
        if (detail?.Contains(TextSeal.Mark, StringComparison.Ordinal) != true)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Id, out var field) && field.TryGetGuid(out var id)
                && json.RootElement.EnumerateObject().FirstOrDefault(IsSealed) is { Value.ValueKind: JsonValueKind.String } words
                    ? database.Seal.Open(SealedColumn.AuditWords, id, words.Value.GetString())
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // An entry that somebody has put there, or changed.
            return null;
        }
    }

    private static bool IsSealed(JsonProperty field) => field.Value.ValueKind == JsonValueKind.String && TextSeal.IsSealed(field.Value.GetString()!);
}
