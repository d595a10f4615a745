namespace OnCall.Application.Rosters;

/// <summary>Refusals that several roster use cases share.</summary>
internal static class RosterRefusals
{
    public static Refusal NotScheduler(string role) => Refusal.Forbidden($"Rosters of '{role}' are kept by its schedulers. Ask for the permission 'scheduler' over its unit.");

    public static Refusal NoSuchUpload { get; } = new(RefusalKind.NotFound, "unknown-upload", "No such upload", "There is no roster upload with that id.");

    public static Refusal Stale { get; } = new(
        RefusalKind.Conflict,
        "stale-preview",
        "The preview is out of date",
        "Somebody else has changed the same roster since this preview was made. Nothing was published: upload the file again and look at the new preview.");
}
