using OnCall.Domain.Rosters;

namespace OnCall.Domain.Notices;

/// <summary>A roster that is fetched was not put in force; the one in force stays.</summary>
/// <param name="Code">The pull's.</param>
/// <param name="Why">One sentence of ours: nothing of the file's own words.</param>
/// <param name="Upload">The preview that can be published by hand; null when there is none.</param>
public sealed record RosterPullHeldFacts(string Code, string Why, UploadId? Upload) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.RosterPullHeld;

    public override string ToLine() => $"OnCall: the roster pull {Code} changed nothing. {Why}"
        + (Upload is { } upload ? $" Look at upload {upload} and publish it if it is right." : " The roster in force stays.");

    public override string ToPagerLine() => $"OnCall ROSTER PULL {Code} {(Upload is null ? "failed" : "held")}";

    public override string ToSpeech() => $"This is OnCall. The roster pull {Code} changed nothing. {Why}";
}
