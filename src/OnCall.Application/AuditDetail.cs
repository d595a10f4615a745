using System.Text;
using System.Text.Json;

namespace OnCall.Application;

/// <summary>What an entry of the audit says besides who, what and when: an object of words. Never of a patient.</summary>
internal static class AuditDetail
{
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
