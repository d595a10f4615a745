using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Escalation;

/// <summary>What became of a human's move. Every move gets an answer; only <see cref="Taken"/>, <see cref="OneOfSeveral"/> and <see cref="Done"/> changed anything for the page's course.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The page is acknowledged by this.</summary>
    public sealed record Taken : Outcome;

    /// <summary>Counted; more people are needed.</summary>
    public sealed record OneOfSeveral(int Have, int Need) : Outcome;

    /// <summary>The move was made.</summary>
    public sealed record Done : Outcome;

    /// <summary>The same person had done it before. Of one who has a page that wants an outcome in time it starts that time anew.</summary>
    public sealed record AlreadyYours : Outcome;

    /// <summary>Somebody else has it.</summary>
    public sealed record AlreadyAcknowledged(PersonId? By, string Name, Instant At) : Outcome;

    /// <summary>The page never asked this person, or they passed it on.</summary>
    public sealed record NotAResponder : Outcome;

    /// <summary>Their shift ended, or the page went to another role: these have been asked instead.</summary>
    public sealed record HandedOver(IReadOnlyList<PersonId> To) : Outcome;

    /// <summary>A critical result is acknowledged by reading the value back.</summary>
    public sealed record ReadBackNeeded : Outcome;

    /// <summary>The page is resolved or cancelled.</summary>
    public sealed record Closed(EscalationPhase Phase, Instant At) : Outcome;

    /// <summary>Nobody has acknowledged it yet, so that there is nothing to resolve.</summary>
    public sealed record NotAcknowledged : Outcome;
}
