using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Search;

/// <summary>The roles that a person marks for themselves. They change nothing for anybody else, so that no entry is written.</summary>
public sealed class FavouriteRoles(IFavouriteRoles store, IDirectoryReads directory, RoleFinder finder, IClock clock)
{
    /// <summary>More would be no help in finding one.</summary>
    public const int Most = 50;

    private static readonly Refusal NotAPerson = Refusal.Forbidden("An integration has no favourite roles.");

    /// <returns>By name.</returns>
    public async Task<Answer<ListOf<RoleName>>> ReadAsync(Caller caller, CancellationToken cancellationToken) =>
        Person(caller) is { } person ? await ListAsync(person, cancellationToken) : NotAPerson;

    public async Task<Answer<ListOf<RoleName>>> AddAsync(Caller caller, string role, CancellationToken cancellationToken)
    {
        if (Person(caller) is not { } person)
        {
            return NotAPerson;
        }

        var found = await finder.FindAsync(role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var marked = await store.OfAsync(person, cancellationToken);
        if (marked.Count >= Most && !marked.Contains(found.Value.Id))
        {
            return new Refusal(RefusalKind.Conflict, "too-many-favourites", "Too many favourite roles", $"You marked {Most} roles. Take one off before you mark another.");
        }

        await store.AddAsync(person, found.Value.Id, clock.GetCurrentInstant(), cancellationToken);
        return await ListAsync(person, cancellationToken);
    }

    public async Task<Answer<ListOf<RoleName>>> RemoveAsync(Caller caller, string role, CancellationToken cancellationToken)
    {
        if (Person(caller) is not { } person)
        {
            return NotAPerson;
        }

        var found = await finder.FindAsync(role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        await store.RemoveAsync(person, found.Value.Id, cancellationToken);
        return await ListAsync(person, cancellationToken);
    }

    private static PersonId? Person(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person;
    }

    private async Task<ListOf<RoleName>> ListAsync(PersonId person, CancellationToken cancellationToken)
    {
        var roles = await directory.RolesAsync(await store.OfAsync(person, cancellationToken), cancellationToken);
        return new ListOf<RoleName>([.. roles.OrderBy(r => r.Name, StringComparer.InvariantCulture).Select(r => new RoleName(r.Code, r.Name))], null);
    }
}
