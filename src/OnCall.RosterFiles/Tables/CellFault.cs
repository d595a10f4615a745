using OnCall.Domain;

namespace OnCall.RosterFiles.Tables;

/// <summary>Why a text cannot be kept, under the code and in the words that its row's problem has.</summary>
internal sealed record CellFault(string Code, string Message)
{
    /// <summary>Null for a text of one line and at most so many characters.</summary>
    public static CellFault? Of(string heading, string cell, int longest) =>
        cell.Length > longest ? new CellFault("too-long", $"'{heading}' has {cell.Length} characters; at most {longest} are kept. Shorten it.")
        : cell.Any(char.IsControl) || PlainForm.Of(cell) is null ? new CellFault("broken-text", $"'{heading}' holds a line break, tab or other sign that is no text. Write it on one line.")
        : null;
}
