namespace OnCall.Application.Devices;

/// <summary>Whether this house pushes to browsers, and by which push services.</summary>
public interface IWebPush
{
    bool IsConfigured { get; }

    /// <summary>Whether a push may go there: by https to a host that is allowed. Whoever registers a device names the address.</summary>
    bool Allows(string endpoint);
}
