namespace OnCall.Application.Paging;

/// <summary>How much of what is due a sweep takes at once.</summary>
/// <param name="Batch">Pages that are claimed, read and decided together: one read of the hospital serves them all.</param>
/// <param name="Write">Pages that are written in one transaction. More cost less each, but keep others from writing for longer.</param>
/// <param name="Together">Batches that are under way at one moment: one is read and decided while another is written.</param>
public sealed record SweepSizes(int Batch, int Write, int Together)
{
    public static SweepSizes Usual { get; } = new(500, 500, 2);
}
