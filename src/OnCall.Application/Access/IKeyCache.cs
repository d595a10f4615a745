namespace OnCall.Application.Access;

/// <summary>Remembers for a moment who holds which key. Whoever changes keys, people or permissions empties it.</summary>
public interface IKeyCache
{
    /// <summary>Forgets everything, so that a revocation counts at once on this node.</summary>
    void Empty();
}
