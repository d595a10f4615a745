namespace OnCall.Application.Rosters.Pulls;

/// <summary>Why a pull is not taken, shown or run.</summary>
internal static class PullRefusals
{
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-pull-busy", "The roster is being fetched", "Somebody, or the engine, is fetching it at this moment. Read how it stands in a while.");

    public static Refusal NotAdministrator { get; } = Refusal.Forbidden(
        "What this server reads is told by the administrators of the whole hospital. Ask for the permission 'admin'.");

    public static Refusal NotScheduler { get; } = Refusal.Forbidden("Roster pulls are read and run by the schedulers of their unit. Ask for the permission 'scheduler' over it.");

    public static Refusal Unknown(string code) => new(RefusalKind.NotFound, "unknown-roster-pull", "No such roster pull", $"No roster pull has the code '{code}'.");
}
