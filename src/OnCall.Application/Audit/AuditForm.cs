using System.Globalization;
using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Audit;

/// <summary>Reads which entries a caller asks for.</summary>
internal static class AuditForm
{
    private const int MostOfAWord = 200;

    public static (AuditFilter Filter, long? Before, IReadOnlyList<InputProblem> Problems) Read(AuditRequest request, HouseZone house)
    {
        var problems = new List<InputProblem>();
        var clock = new RosterClock(house.Zone);
        var filter = new AuditFilter(
            Time("from", request.From), Time("to", request.To), Words("actor", request.Actor), Words("action", request.Action),
            Words("subject", request.Subject), Words("text", request.Text));
        return (filter, Before(), problems);

        Instant? Time(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (RosterTimes.IsTime(text))
            {
                return RosterTimes.Exact(text) ?? RosterTimes.At(text, clock);
            }

            problems.Add(new InputProblem(field, RosterTimes.Advice, text));
            return null;
        }

        string? Words(string field, string? text)
        {
            if (text?.Length > MostOfAWord)
            {
                problems.Add(new InputProblem(field, $"Write at most {MostOfAWord} characters."));
            }

            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }

        long? Before()
        {
            if (string.IsNullOrEmpty(request.Cursor))
            {
                return null;
            }

            if (long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            {
                return seq;
            }

            problems.Add(new InputProblem("cursor", "Give the next of the list before, as it was.", request.Cursor));
            return null;
        }
    }

    /// <summary>The question, for the entry that says who asked it. The words that were looked for stand in it sealed.</summary>
    /// <param name="id">Of those words.</param>
    public static string Detail(AuditRequest request, IAuditWords words, Guid id) => AuditDetail.Of(
        [.. new (string Name, string? Value)[]
        {
            ("from", request.From), ("to", request.To), ("actor", request.Actor), ("action", request.Action), ("subject", request.Subject),
            ("cursor", request.Cursor),
            ("words", string.IsNullOrEmpty(request.Text) ? null : id.ToString()), ("text", string.IsNullOrEmpty(request.Text) ? null : words.Seal(id, request.Text)),
        }.Where(f => !string.IsNullOrEmpty(f.Value))]);
}
