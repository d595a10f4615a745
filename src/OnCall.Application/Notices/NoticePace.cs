namespace OnCall.Application.Notices;

/// <summary>How fast notices leave by one channel: slowly, since pages share the provider's limits with them.</summary>
/// <param name="Between">From one message to the next.</param>
/// <param name="MostInARun">How many leave by one channel before the sender looks anew.</param>
public sealed record NoticePace(TimeSpan Between, int MostInARun)
{
    /// <summary>Two a second.</summary>
    public static NoticePace Usual { get; } = new(TimeSpan.FromMilliseconds(500), 20);
}
