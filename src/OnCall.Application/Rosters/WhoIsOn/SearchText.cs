using System.Globalization;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>What somebody looks for: part of a name, ignoring case, width, accents and which of the two kana it is written in.</summary>
internal sealed class SearchText(string? text)
{
    private const CompareOptions Loosely =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreKanaType;

    private readonly string _text = text?.Trim() ?? "";

    public bool IsEmpty => _text.Length == 0;

    public bool IsIn(string name) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, _text, Loosely) >= 0;

    public bool Begins(string name) => CultureInfo.InvariantCulture.CompareInfo.IsPrefix(name, _text, Loosely);
}
