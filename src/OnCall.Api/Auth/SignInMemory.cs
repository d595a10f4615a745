using OnCall.Api.Auth.Sessions;
using OnCall.Application.Access;
using OnCall.Application.Access.Sessions;

namespace OnCall.Api.Auth;

/// <summary>All that is remembered of who may come in: sessions stand on keys, and both on people, so that they are forgotten together.</summary>
internal sealed class SignInMemory(KeyCache keys, PersonCache people, SessionCache sessions) : IKeyCache, ISessionCache
{
    public void Empty()
    {
        keys.Empty();
        people.Empty();
        sessions.Empty();
    }
}
