namespace OnCall.Application;

/// <summary>What an entry of the audit says besides who, what and when: an object of words. Never of a patient.</summary>
internal static class AuditDetail
{
    public static string Of(params (string Name, string? Value)[] fields) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    });
}
