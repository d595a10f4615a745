namespace OnCall.Application.Access.Sessions;

/// <summary>Remembers for a moment who holds which session. Whoever ends sessions empties it.</summary>
public interface ISessionCache
{
    /// <summary>Forgets everything, so that an end counts at once on this node.</summary>
    void Empty();
}
