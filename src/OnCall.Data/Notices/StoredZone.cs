using NodaTime;

namespace OnCall.Data.Notices;

/// <summary>A time zone by the name that was stored.</summary>
internal static class StoredZone
{
    /// <summary>UTC for one that this program's time zone data no longer has.</summary>
    public static DateTimeZone Of(string? name) => (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? DateTimeZone.Utc;
}
