using OnCall.Data.Paging.States;
using OnCall.Domain.Paging;

namespace OnCall.Data.Sealing;

/// <summary>A table with words, and how one of its rows is sealed anew.</summary>
/// <param name="Read">The statement that reads a part of it.</param>
/// <param name="Write">The statement that writes one row of it.</param>
/// <param name="ById">Whether it is walked by an id; else by a number.</param>
/// <param name="Anew">The row as it should be, or null when it is so already, or cannot be opened.</param>
internal sealed record WordWalk(string Name, string Read, string Write, bool ById, Func<TextSeal, string, WordRow, WordRow?> Anew)
{
    public static WordRow? Line(TextSeal seal, string key, WordRow row) =>
        TextSeal.IsSealed(row.One!) || SealedLine.HoldsWords(Enum.Parse<PageEventKind>(row.Note!)) ? Single(SealedColumn.PageEventDetail, seal, key, row) : null;

    public static WordRow? Cover(TextSeal seal, string key, WordRow row) => Single(SealedColumn.CoverReason, seal, key, row);

    public static WordRow? Swap(TextSeal seal, string key, WordRow row) => Single(SealedColumn.SwapReason, seal, key, row);

    public static WordRow? Note(TextSeal seal, string key, WordRow row) => Single(SealedColumn.BrokenGlassNote, seal, key, row);

    public static WordRow? Pull(TextSeal seal, string key, WordRow row) => Single(SealedColumn.RosterPullSecret, seal, key, row);

    public static WordRow? Page(TextSeal seal, string key, WordRow row)
    {
        var changed = false;
        var anew = new WordRow
        {
            One = Of(SealedColumn.PageSubject, row.One),
            Two = Of(SealedColumn.PageBody, row.Two),
            Three = Of(SealedColumn.PagePatientRef, row.Three),
            Four = row.Four == "[]" ? row.Four : Of(SealedColumn.PageReplies, row.Four),
        };
        return changed ? anew : null;

        string? Of(SealedColumn column, string? stored)
        {
            var value = Anew(column, stored);
            changed |= !ReferenceEquals(value, stored);
            return value;
        }

        string? Anew(SealedColumn column, string? stored) => Again(seal, key, column, row.BoundTo, stored);
    }

    private static WordRow? Single(SealedColumn column, TextSeal seal, string key, WordRow row)
    {
        var value = Again(seal, key, column, row.BoundTo, row.One);
        return ReferenceEquals(value, row.One) ? null : new WordRow { One = value };
    }

    public static WordRow? State(TextSeal seal, string key, WordRow row)
    {
        var state = StateJson.Read(row.One!);
        var words = state.Acknowledgements.SelectMany(a => new[] { a.Reply, a.ReadBack }).OfType<string>().ToList();
        if (words.TrueForAll(w => w.StartsWith(key, StringComparison.Ordinal)))
        {
            return null;
        }

        var anew = state with
        {
            Acknowledgements =
            [
                .. state.Acknowledgements.Select(a => a with
                {
                    Reply = Again(seal, key, SealedColumn.AcknowledgementReply, row.BoundTo, a.Reply),
                    ReadBack = Again(seal, key, SealedColumn.AcknowledgementReadBack, row.BoundTo, a.ReadBack),
                }),
            ],
        };
        return new WordRow { One = StateJson.Write(anew) };
    }

    // What cannot be opened stays as it is: its key may come back from a backup.
    private static string? Again(TextSeal seal, string key, SealedColumn column, Guid bound, string? stored) =>
        stored is null || stored.StartsWith(key, StringComparison.Ordinal) || seal.OpenOrNull(column, bound, stored) is not { } words
            ? stored
            : seal.Seal(column, bound, words);
}
