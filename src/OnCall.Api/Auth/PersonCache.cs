using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>Remembers for a moment what people may whom an access token names.</summary>
internal sealed class PersonCache(FindCaller callers, TimeProvider time)
{
    private readonly ShortMemory<Caller> _found = new(time);

    /// <summary>Null for nobody, and for who has left.</summary>
    public Task<Caller?> FindAsync(string employeeNo, CancellationToken cancellationToken) =>
        _found.FindAsync(employeeNo, (callers, employeeNo), static (s, token) => s.callers.ByNumberAsync(s.employeeNo, token), cancellationToken);

    public void Empty() => _found.Empty();
}
