using FluentValidation;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access;

/// <summary>Makes a key for a person or an integration and tells it once.</summary>
public sealed class CreateKey(IDirectoryReads directory, IOrgUnitStore units, IKeyStore keys, KeyRights rights, SignInNotices notices, IIdSource ids, IClock clock)
{
    /// <summary>How long a key of an integration lasts unless told otherwise.</summary>
    public static readonly Duration UsualOfIntegration = Duration.FromDays(365);

    /// <summary>How long it lasts at the most: two years.</summary>
    public static readonly Duration LongestOfIntegration = Duration.FromDays(731);

    /// <summary>How many permissions a key of an integration may have: as many as its row holds.</summary>
    public const int MostPermissions = 50;

    /// <summary>Whether somebody asks for a key of their own: another way to sign in as themselves.</summary>
    public static bool IsForSelf(Caller caller, CreateKeyRequest request)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return caller.Person is not null && string.Equals(caller.Key, "person:" + request.Person, StringComparison.OrdinalIgnoreCase);
    }

    public async Task<Answer<CreatedKey>> RunAsync(Caller caller, CreateKeyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetCurrentInstant();
        var checkedInput = new CreateKeyValidator(now).Validate(request);
        if (!checkedInput.IsValid)
        {
            return checkedInput.ToRefusal();
        }

        // Whoever found a key must not stay longer by it than it lasts.
        if (IsForSelf(caller, request) && caller.Shown?.EndsAt is { } end)
        {
            if (request.Expires > end)
            {
                return Refusal.Invalid(new InputProblem("expires", $"Give none, or at the latest {end}: a key that is made by a key does not outlive it."));
            }

            request = request with { Expires = request.Expires ?? end };
        }

        return request.Person is { } number
            ? await ForPersonAsync(caller, number, request, now, cancellationToken)
            : await ForIntegrationAsync(caller, request, now, cancellationToken);
    }

    private async Task<Answer<CreatedKey>> ForPersonAsync(Caller caller, string number, CreateKeyRequest request, Instant now, CancellationToken cancellationToken)
    {
        var person = await directory.FindPersonAsync(number, cancellationToken);
        if (person is null ? !caller.May(Permission.Admin) : !await rights.MayForPersonAsync(caller, person.Id, cancellationToken))
        {
            return DirectoryProblems.NotAdministrator();
        }

        return person is null ? Refusal.Invalid(new InputProblem("person", "There is nobody with this employee number.", number))
            : !person.Active ? DirectoryProblems.Inactive()
            : await AddAsync(caller, person, null, [], request, now, cancellationToken);
    }

    private async Task<Answer<CreatedKey>> ForIntegrationAsync(Caller caller, CreateKeyRequest request, Instant now, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var (grants, problems) = GrantForm.Read(request.Permissions, tree);
        if (!caller.May(Permission.Admin))
        {
            return Refusal.Forbidden("Only administrators of the whole hospital make keys for integrations.");
        }

        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : await AddAsync(caller, null, request.Integration, grants, request with { Expires = request.Expires ?? now + UsualOfIntegration }, now, cancellationToken);
    }

    private async Task<Answer<CreatedKey>> AddAsync(
        Caller caller, Person? person, string? integration, IReadOnlyList<Grant> grants, CreateKeyRequest request, Instant now, CancellationToken cancellationToken)
    {
        var secret = ApiKeySecret.FromBits(ids.NewBits(), ids.NewBits(), ids.NewBits(), ids.NewBits());
        var key = new NewKey(new ApiKeyId(ids.NewId()), ApiKeySecret.Hash(secret), person?.Id, integration, grants, caller.Key, caller.Shown?.Id, now, request.Expires) { MadeIn = caller.Session };
        var told = new CreatedKey(key.Id.Value, secret, person?.EmployeeNo, integration, request.Expires);
        var audit = DirectoryAudit.Entry(now, caller, "key.create", "key:" + key.Id, new { told.Person, told.Integration, request.Permissions, told.Expires });
        return await keys.AddAsync(key, audit, cancellationToken, person is null ? null : notices.KeyMade(caller, person, key.Id))
            ? Answer<CreatedKey>.Created(told)
            : DirectoryProblems.NotAdministrator();
    }
}
