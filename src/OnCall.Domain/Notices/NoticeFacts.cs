namespace OnCall.Domain.Notices;

/// <summary>
/// What a notice says, as facts from which its words are built: roles, times and counts, and no field for anything else. Times are in the role's
/// zone. English so far; other languages are other words for the same facts.
/// </summary>
public abstract record NoticeFacts
{
    public abstract NoticeKind Kind { get; }

    /// <summary>One line for a text message: what is the matter, and what to do.</summary>
    public abstract string ToLine();

    /// <summary>As short as it can be, for pagers and lock screens.</summary>
    public abstract string ToPagerLine();

    /// <summary>What a call says. Whoever is called cannot answer it.</summary>
    public abstract string ToSpeech();
}
