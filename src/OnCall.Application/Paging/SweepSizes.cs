namespace OnCall.Application.Paging;

/// <summary>How much of what is due a sweep takes at once.</summary>
/// <param name="Batch">Pages that are claimed, read, decided and written together. More cost less each, but keep others from writing for longer.</param>
/// <param name="Together">Batches that are under way at one moment: one is claimed and decided while another is written and a third waits for that.</param>
public sealed record SweepSizes(int Batch, int Together)
{
    public static SweepSizes Usual { get; } = new(500, 3);
}
