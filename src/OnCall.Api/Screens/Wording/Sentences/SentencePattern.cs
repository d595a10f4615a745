using System.Collections.Frozen;
using System.Text;

namespace OnCall.Api.Screens.Wording.Sentences;

/// <summary>A sentence with places for what differs: <c>{who} paged {role}.</c> Braces of its own are doubled.</summary>
internal sealed class SentencePattern
{
    private readonly string[] _literals;
    private readonly string[] _names;

    private SentencePattern(string[] literals, string[] names) => (_literals, _names) = (literals, names);

    /// <summary>How many characters are its own.</summary>
    internal int Own => _literals.Sum(literal => literal.Length);

    /// <summary>What every text that fits begins with; empty where it begins with an argument.</summary>
    internal string Start => _literals[0];

    /// <summary>Whether it ends with an argument, which then holds whatever follows.</summary>
    internal bool EndsOpen => _names.Length > 0 && _literals[^1].Length == 0;

    internal IReadOnlyCollection<string> Names => _names;

    internal static SentencePattern Read(string written)
    {
        var literals = new List<string>();
        var names = new List<string>();
        var literal = new StringBuilder();
        for (var at = 0; at < written.Length; at++)
        {
            var c = written[at];
            if (c is '{' or '}' && at + 1 < written.Length && written[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{' && written.IndexOf('}', at) is > 0 and var end)
            {
                literals.Add(literal.ToString());
                literal.Clear();
                names.Add(written[(at + 1)..end]);
                at = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        literals.Add(literal.ToString());
        return new SentencePattern([.. literals], [.. names]);
    }

    /// <summary>
    /// The arguments of a text that fits, by their names, and where the first own character of it stands; null when it does not fit.
    /// Looks at each character a few times at most: each literal is taken where it is found first.
    /// </summary>
    internal SentenceMatch? Match(string text)
    {
        var last = _literals[^1];
        if (!text.StartsWith(_literals[0], StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal) || text.Length < Own + _names.Length)
        {
            return null;
        }

        if (_names.Length == 0)
        {
            return text.Length == last.Length ? new SentenceMatch(this, 0, FrozenDictionary<string, string>.Empty) : null;
        }

        var found = new Dictionary<string, string>(_names.Length, StringComparer.Ordinal);
        var (at, first) = (_literals[0].Length, _literals[0].Length > 0 ? 0 : -1);
        var stop = text.Length - last.Length;
        for (var place = 0; place < _names.Length; place++)
        {
            var isLast = place == _names.Length - 1;
            var next = isLast ? stop : at + 1 < stop ? text.IndexOf(_literals[place + 1], at + 1, stop - at - 1, StringComparison.Ordinal) : -1;
            if (next <= at)
            {
                return null;
            }

            first = first < 0 ? next : first;
            found[_names[place]] = text[at..next];
            at = next + (isLast ? 0 : _literals[place + 1].Length);
        }

        return new SentenceMatch(this, first, found);
    }

    /// <summary>The text with these arguments.</summary>
    internal string Fill(Func<string, string> argument)
    {
        var text = new StringBuilder(_literals[0]);
        for (var place = 0; place < _names.Length; place++)
        {
            text.Append(argument(_names[place])).Append(_literals[place + 1]);
        }

        return text.ToString();
    }
}
