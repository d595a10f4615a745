using OnCall.Application;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Api.Screens.Rota;

/// <summary>What was made of a file, whether it could be taken or not.</summary>
/// <param name="Format">As it was detected, or told.</param>
/// <param name="Reading">How it was read beyond that.</param>
internal sealed record UploadLook(string Format, string Encoding, int Rows, int Accepted, UploadReading Reading, IReadOnlyList<RosterProblem> Problems)
{
    /// <summary>Of a file that was taken.</summary>
    internal static UploadLook Of(RosterUploadDetail detail) =>
        new(detail.Upload.Format, detail.Upload.Encoding, detail.Upload.Rows, detail.Upload.Accepted, detail.Reading, detail.Problems);

    /// <summary>Of one with errors; null where the refusal is about something else.</summary>
    internal static UploadLook? Of(Refusal refusal) =>
        refusal.Extras.GetValueOrDefault("problems") is IReadOnlyList<RosterProblem> problems && refusal.Extras.GetValueOrDefault("reading") is UploadReading reading
            ? new UploadLook(
                refusal.Extras.GetValueOrDefault("format") as string ?? "", refusal.Extras.GetValueOrDefault("encoding") as string ?? "",
                refusal.Extras.GetValueOrDefault("rows") as int? ?? 0, refusal.Extras.GetValueOrDefault("accepted") as int? ?? 0, reading, problems)
            : null;
}
