using System.Text;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Writes content lines, RFC 5545 section 3.1: CRLF, and folded so that no line is longer than 75 octets, nor a character cut.</summary>
internal sealed class FoldedText
{
    private const int Longest = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A property whose value needs no escapes.</summary>
    public FoldedText Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value is a text. Control characters cannot be written and are left out, section 3.3.11.</summary>
    public FoldedText Text(string name, string text) =>
        Line(name, string.Concat(TextValue.Escape(text).Where(c => !char.IsControl(c))));

    public override string ToString() => _text.ToString();
}
