namespace OnCall.Simulation.Tests.Planting;

/// <summary>The classic faults of a paging engine, planted one by one to show that a run finds them.</summary>
internal enum Classic
{
    None,

    /// <summary>When a page goes on is kept in the memory of the node that decided it.</summary>
    DueTimeOnlyInMemory,

    /// <summary>A notification is picked up without being held: another node may pick it up too.</summary>
    ClaimWithoutLease,

    /// <summary>An acknowledgement is written over whatever happened since it was decided.</summary>
    AcknowledgementNotGuarded,

    /// <summary>Who is on is looked up once, and never again.</summary>
    ResolvedOnce,

    /// <summary>A device that has a message counts as a human who takes it.</summary>
    ReceiptTakenAsAcknowledgement,

    /// <summary>A page that was written is told as not sent where the answer of its commit was lost.</summary>
    LostAnswerToldAsNotSent,
}
