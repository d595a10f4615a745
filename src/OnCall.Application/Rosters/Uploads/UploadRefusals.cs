using OnCall.Application.Rosters.Files;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Why a file is not taken.</summary>
internal static class UploadRefusals
{
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment, again and again. Nothing was stored: upload the file once more.");

    public static Refusal UnknownFormat(IEnumerable<string> known, string? asked) => Refusal.Invalid(new InputProblem(
        asked is null ? "file" : "format",
        $"{(asked is null ? "This is no kind of file that can be read" : "There is no such format")}. Known: {string.Join(", ", known)}.",
        asked));

    /// <summary>Every error by row and column; the warnings are in <c>problems</c> besides.</summary>
    public static Refusal Wrong(MatchedRoster matched, ShownRows rows)
    {
        var problems = rows.With(matched.Reading.Problems.ToList());
        var errors = problems.Where(p => p.Severity == ProblemSeverity.Error)
            .Select(p => new InputProblem(null, p.Message, p.Value) { Row = p.Row, Column = p.Column })
            .ToList();
        return new Refusal(RefusalKind.Invalid, "roster-has-errors", "The roster has errors", "Nothing was stored. Correct the rows named in errors and upload the file again.")
        {
            Errors = errors,
            Extras = new Dictionary<string, object?>
            {
                ["format"] = matched.Reading.Format,
                ["encoding"] = matched.Reading.Encoding,
                ["reading"] = UploadReading.Of(matched.Reading, null, rows),
                ["rows"] = matched.Reading.Rows,
                ["accepted"] = matched.Shifts.Count,
                ["problems"] = problems,
            },
        };
    }
}
