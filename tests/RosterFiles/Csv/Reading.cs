using System.Text;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Csv;

namespace OnCall.RosterFiles.Tests.Csv;

/// <summary>Reads a text as if it had been uploaded.</summary>
internal static class Reading
{
    public const string Headings = "Role,Employee no,Start,End,Tier\n";

    public static RosterReading Of(string text, RosterReadingOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), options);

    public static RosterReading Of(byte[] bytes, RosterReadingOptions? options = null) =>
        new CsvRosterReader().Read(new RosterFile("roster.csv", bytes), options ?? new RosterReadingOptions());

    /// <summary><c>row column code</c> of every problem.</summary>
    public static IEnumerable<string> Problems(RosterReading reading) =>
        reading.Problems.ToList().Select(p => $"{p.Row} {p.Column} {p.Code}".Replace("  ", " ", StringComparison.Ordinal));

    public static IEnumerable<string> Problems(string text) => Problems(Of(text));

    /// <summary><c>row|role|employee|start|end|tier|label</c> of every draft.</summary>
    public static IEnumerable<string> Drafts(RosterReading reading) =>
        reading.Drafts.Select(d => $"{d.Row}|{d.Role}|{d.Person.EmployeeNo}|{d.Person.Name}|{d.Start.Local:uuuu-MM-dd'T'HH:mm}{d.Start.Offset}|{d.End.Local:uuuu-MM-dd'T'HH:mm}{d.End.Offset}|{d.Tier}|{d.Label}");

    public static IEnumerable<string> Drafts(string text) => Drafts(Of(text));
}
