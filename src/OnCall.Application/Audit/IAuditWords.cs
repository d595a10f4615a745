namespace OnCall.Application.Audit;

/// <summary>
/// Seals what somebody wrote before it goes into an entry. The trail is never erased and leaves the house as CSV, so that such words stand in it
/// only sealed; who reads entries on the screen or by the API sees them.
/// </summary>
public interface IAuditWords
{
    /// <param name="id">Stands in the entry's detail as <c>words</c>: what is sealed opens with it alone.</param>
    string Seal(Guid id, string words);
}
