using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Directory.Preferences;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Directory;

/// <summary>Audit entries of the directory: what the thing is like from now on.</summary>
internal static class DirectoryAudit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantText() },
    };

    internal static AuditEntry Entry(Instant at, Caller caller, string action, string subject, object detail) =>
        new(at, caller.Key, action, subject, JsonSerializer.Serialize(detail, Json));

    /// <summary>The trail is never erased, so it holds enough of an address to recognise it and not to use it.</summary>
    internal static IReadOnlyList<ContactMethodView> Masked(IReadOnlyList<ContactMethodView> methods) =>
        [.. methods.Select(m => m with { Address = Masked(m.Address) })];

    /// <summary>The same, of what is preferred.</summary>
    internal static IReadOnlyList<PreferenceView> Masked(IReadOnlyList<PreferenceView> preferences) =>
        [.. preferences.Select(p => p.Address is { } address ? p with { Address = Masked(address) } : p)];

    private static string Masked(string address) => address.Length > 4 ? "…" + address[^3..] : "…";

    private sealed class InstantText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
