namespace OnCall.Channels.InApp;

/// <summary>Knows whose inbox is open on a screen right now.</summary>
public interface IOpenStreams
{
    /// <param name="address">An in-app address: the person's id in its plain ("D") form.</param>
    bool IsOpen(string address);
}
