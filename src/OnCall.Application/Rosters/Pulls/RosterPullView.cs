using NodaTime;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>A pull as it stands.</summary>
/// <param name="LastUpload">The preview that is held, or else its last publication.</param>
/// <param name="LastMessage">What became of the last look, in words.</param>
/// <param name="NextAt">Null while it is off.</param>
public sealed record RosterPullView(
    string Code,
    string OrgUnit,
    string? Url,
    string? Folder,
    string? Pattern,
    int Every,
    string TimeZone,
    string? Role,
    string? Format,
    string? Encoding,
    string? Delimiter,
    string? Sheet,
    string? DateOrder,
    IReadOnlyDictionary<string, string>? Mapping,
    IReadOnlyDictionary<string, string>? Legend,
    string? Source,
    PullHeaderView? Header,
    int StaleAfterHours,
    bool Enabled,
    Instant? LastTriedAt,
    Instant? LastSuccessAt,
    RosterPullOutcome? LastOutcome,
    Guid? LastUpload,
    string? LastMessage,
    Instant? NextAt)
{
    internal static RosterPullView Of(StoredPull pull, string orgUnit)
    {
        var (s, state) = (pull.Settings, pull.State);
        return new RosterPullView(
            pull.Code, orgUnit, s.Url, s.Folder, s.Pattern, s.EveryMinutes, s.TimeZone, s.Role, s.Format, s.Encoding, s.Delimiter, s.Sheet, s.DateOrder, s.Mapping, s.Legend,
            s.Source, s.HeaderName is { } name ? new PullHeaderView(name) : null, s.StaleAfterHours, s.Enabled,
            state.TriedAt, state.SuccessAt, state.Outcome, (state.Held ?? state.Upload)?.Value, state.Message, s.Enabled ? state.NextAt : null);
    }
}
