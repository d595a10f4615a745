using OnCall.Application.Rosters.Files;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>An upload with everything that was said of it.</summary>
/// <param name="Reading">How the file was read.</param>
/// <param name="Differences">What a preview would do to the roster as it is now; empty for any other upload.</param>
/// <param name="More">How many more differences there are than are listed.</param>
public sealed record RosterUploadDetail(
    RosterUploadLine Upload, UploadReading Reading, IReadOnlyList<RosterProblem> Problems, IReadOnlyList<RosterDifferenceLine> Differences, int More);
