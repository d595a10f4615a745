namespace OnCall.Application.Rosters;

/// <summary>
/// Tells this process, at once, that who answers may have changed. Announce it after the commit of whatever bumps the roster stamp;
/// other nodes find it by the stamp.
/// </summary>
public sealed class RosterSignal
{
    private readonly Lock _gate = new();
    private Action[] _listeners = [];

    /// <param name="act">Must be quick and must not throw: it runs within the call that made the change.</param>
    public void OnChange(Action act)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners, act];
        }
    }

    public void Announce()
    {
        foreach (var act in _listeners)
        {
            act();
        }
    }
}
