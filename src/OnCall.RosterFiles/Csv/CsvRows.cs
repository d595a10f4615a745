using CsvHelper;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Csv;

/// <summary>The rows of a CSV text, numbered as a spreadsheet shows them: a line break within quotes starts no row.</summary>
internal static class CsvRows
{
    private const int LongestRecord = 64 * 1024;

    public static IEnumerable<TableRow> Of(string text, Delimiter delimiter)
    {
        var malformed = new Dictionary<long, CsvMalformedReason>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = delimiter.Separator,
            Quote = delimiter.Quote,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = true,
            PoolStrings = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => malformed.TryAdd(record.RecordNumber, record.Reason),
        });
        while (Next(reader) is var (row, isLast))
        {
            var reason = malformed.TryGetValue(row.Number, out var found) ? found : (CsvMalformedReason?)null;
            yield return reason is { } why ? row with { Fault = Say(why) } : row;
            if (isLast || reason == CsvMalformedReason.UnterminatedQuote)
            {
                yield break;
            }
        }
    }

    private static (TableRow Row, bool IsLast)? Next(CsvReader reader)
    {
        try
        {
            if (!reader.Read())
            {
                return null;
            }

            var number = (int)reader.RowNumber;
            return reader.RawRecord.Length > LongestRecord
                ? (new TableRow(number, [], Say(CsvMalformedReason.UnterminatedQuote)), true)
                : (new TableRow(number, reader.Current.ToArray()), false);
        }
        catch (CsvFormatException endless)
        {
            return (new TableRow((int)endless.RecordNumber, [], Say(CsvMalformedReason.UnterminatedQuote)), true);
        }
    }

    private static string Say(CsvMalformedReason reason) => reason == CsvMalformedReason.UnterminatedQuote
        ? "A quote is opened here and never closed, so the rest of the file cannot be told apart. Close it, or write it twice within quotes."
        : "A quote stands in the middle of a value. Put the whole value in quotes, and write a quote within it twice.";
}
