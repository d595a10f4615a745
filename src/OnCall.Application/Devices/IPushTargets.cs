namespace OnCall.Application.Devices;

/// <summary>Finds what a push to a registered device needs.</summary>
public interface IPushTargets
{
    /// <summary>Null when there is no such device any more, or what is kept of it cannot be opened.</summary>
    Task<PushTarget?> FindAsync(string address, CancellationToken cancellationToken);
}
