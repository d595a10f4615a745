namespace OnCall.Domain.Access.Sessions;

/// <summary>Identifies a session of a browser. Not a secret: the cookie that carries it is sealed by the server.</summary>
public readonly record struct SessionId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
