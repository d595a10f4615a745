using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>A session as its row has it.</summary>
internal class SessionRow
{
    public SessionId SessionId { get; set; }

    public PersonId PersonId { get; set; }

    public string Way { get; set; } = "";

    public ApiKeyId? KeyId { get; set; }

    public bool Shared { get; set; }

    public Instant StartedAt { get; set; }

    public Instant SeenAt { get; set; }

    public Session ToSession() => new(SessionId, PersonId, Enum.Parse<SignInWay>(Way), KeyId, Shared, StartedAt, SeenAt);
}
