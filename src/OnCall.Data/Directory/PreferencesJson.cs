using System.Text.Json;
using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Directory;

/// <summary>A person's preferences as their column keeps them: JSON, enums by name; null where nothing is preferred.</summary>
internal static class PreferencesJson
{
    internal static string? Write(IReadOnlyList<NotificationPreference> preferences) => preferences.Count == 0 ? null
        : JsonSerializer.Serialize(preferences.Select(p => new Stored(p.Urgency.ToString(), p.Kind.ToString(), p.Address, (int)p.After.TotalSeconds)));

    internal static IReadOnlyList<NotificationPreference> Read(string? json) => json is null ? []
        : [.. JsonSerializer.Deserialize<List<Stored>>(json)!.Select(s => new NotificationPreference(
            Enum.Parse<Urgency>(s.Urgency), Enum.Parse<ContactMethodKind>(s.Kind), s.Address, Duration.FromSeconds(s.AfterSeconds)))];

    private sealed record Stored(string Urgency, string Kind, string? Address, int AfterSeconds);
}
