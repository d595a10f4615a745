namespace OnCall.Application.Devices;

/// <summary>Keeps the keys that pushes are signed with, their private halves sealed.</summary>
public interface IPushKeyStore
{
    /// <summary>The highest number that was ever given, 0 for none, and the keys that can be opened, the newest first.</summary>
    Task<(int Highest, IReadOnlyList<PushKey> Keys)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes a key, unless another node was first with its number.</summary>
    Task AddAsync(PushKey key, CancellationToken cancellationToken);
}
