namespace OnCall.Architecture.Tests.Sentences;

/// <summary>One way in which a sentence of the sources can come out.</summary>
/// <param name="Text">Its words; each argument is <see cref="Hole"/>.</param>
/// <param name="Names">What the arguments are called, in their order.</param>
internal sealed record SentenceForm(string Text, IReadOnlyList<string> Names)
{
    public const char Hole = '\u0001';

    public static SentenceForm Empty { get; } = new("", []);

    public static SentenceForm Argument(string name) => new(Hole.ToString(), [name]);

    /// <summary>Whether it is an argument and nothing else.</summary>
    public bool IsArgument => Text.Length == 1 && Text[0] == Hole;

    public SentenceForm Then(SentenceForm next) => new(Text + next.Text, [.. Names, .. next.Names]);

    /// <summary>As the resources write it: <c>{who} paged {role}.</c></summary>
    public string Key()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new Queue<string>(Names);
        return string.Concat(Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal).Select(c => c == Hole ? $"{{{Free(names.Dequeue(), taken)}}}" : c.ToString()));
    }

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var count = 2; !taken.Add(free); count++)
        {
            free = name + count;
        }

        return free;
    }
}
