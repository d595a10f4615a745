using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Directory.Preferences;
using OnCall.Application.Notices;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Creates or changes a person, their contact methods and what they may do.</summary>
public sealed class PutPerson(
    IDirectoryReads directory, IPersonStore people, IOrgUnitStore units, IKeyCache keys, SignInNotices notices, RosterSignal signal, IIdSource ids,
    IClock clock)
{
    private static readonly PutPersonValidator Validator = new();

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public Task<Answer<PersonView>> RunAsync(Caller caller, PutPersonRequest request, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return Raced.RetryAsync(Validator, request, () => TryAsync(caller, request, shown, cancellationToken));
    }

    private async Task<Answer<PersonView>?> TryAsync(Caller caller, PutPersonRequest request, string? shown, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var before = await directory.FindPersonAsync(request.EmployeeNo!, cancellationToken);
        var held = before is null ? [] : (await people.GrantsAsync([before.Id], cancellationToken)).GetValueOrDefault(before.Id, []);
        var unit = request.OrgUnit is null ? null : tree.Find(request.OrgUnit);
        var (grants, problems) = GrantForm.Read(request.Permissions, tree);
        if (request.OrgUnit is not null && unit is null)
        {
            problems = [.. problems, DirectoryProblems.NoUnit("orgUnit", request.OrgUnit)];
        }

        var methods = ContactMethods.Merge(request.ContactMethods, before?.ContactMethods ?? [], ids);
        var (preferences, unfit) = PreferenceForm.Read(request.Preferences ?? [], methods);
        problems = [.. problems, .. unfit, .. ContactMethods.UnknownDevices(request.ContactMethods, before?.ContactMethods ?? [])];

        if (!Reaches(caller, tree, unit?.Id) || (before is not null && !Reaches(caller, tree, before.OrgUnit)))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (await Shown.RefuseAsync(shown, before, b => Task.FromResult(PersonView.Of(b, held, tree))) is { } stale)
        {
            return stale;
        }

        problems = [.. problems, .. await SharedAsync(caller, before, methods, tree, cancellationToken)];
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        // Who may not give a permission may neither take it away nor change the way to the person who holds it.
        if (!held.Concat(grants).All(g => AccessRules.MayGrant(caller, g, tree.Above(g.OrgUnit))))
        {
            return Refusal.Forbidden("This person holds, or would get, a permission that reaches further than yours.");
        }

        // Who is not active has no devices any more.
        var active = request.Active ?? true;
        var person = new Person(
            before?.Id ?? new PersonId(ids.NewId()), before?.EmployeeNo ?? request.EmployeeNo!, request.Name!.Trim(), active, request.Language, unit?.Id,
            active ? methods : [.. methods.Where(m => !DeviceAddress.IsOne(m.Address))])
        {
            Preferences = request.Preferences is null ? before?.Preferences ?? [] : preferences,
            Position = request.Position?.Trim(),
            Rank = request.Rank,
        };
        if (await LeavesNoAdministratorAsync(person, grants, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "last-administrator", "Nobody would be left to administer", "This is the only active administrator of the whole hospital. Make another one first.");
        }

        var view = PersonView.Of(person, grants, tree);
        var detail = view with { ContactMethods = DirectoryAudit.Masked(view.ContactMethods), Preferences = DirectoryAudit.Masked(view.Preferences) };
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "person.put", "person:" + person.EmployeeNo, detail);
        var ended = new List<EndedAccess>();
        if (await people.SaveAsync(person, grants, before is null, audit, cancellationToken, request.Preferences is null ? null : preferences, Ended,
            notices.ContactsChanged(caller, before, person), before is null ? null : new StandingPerson(before, held)) == SaveResult.Raced)
        {
            return null;
        }

        keys.Empty();
        signal.Announce();
        return before is null ? Answer<PersonView>.Created(view) : view with { EndedKeys = EndedKeyView.Of(ended) };

        NewNotice? Ended(Person whose, EndedAccess access)
        {
            ended.Add(access);
            return notices.Ended(whose, access);
        }
    }

    // Answers from an address that two people have count for neither: who could verify a stranger's number for somebody else would silence the stranger.
    private async Task<IReadOnlyList<InputProblem>> SharedAsync(
        Caller caller, Person? before, IReadOnlyList<ContactMethod> methods, OrgTree tree, CancellationToken cancellationToken)
    {
        var problems = new List<InputProblem>();
        foreach (var (index, method) in methods.Index().Where(m => m.Item is { Verified: true, Kind: not ContactMethodKind.InApp }))
        {
            if (before?.ContactMethods.Any(b => b.Verified && b.Kind == method.Kind && b.Address == method.Address) != true
                && (await directory.PeopleByVerifiedAddressAsync(method.Address, cancellationToken)).Any(p => p.Id != before?.Id && !Reaches(caller, tree, p.OrgUnit)))
            {
                problems.Add(new InputProblem(
                    $"contactMethods[{index}].verified", "This address is verified for somebody whom you do not administer. Leave it unverified, or ask an administrator of the whole hospital."));
            }
        }

        return problems;
    }

    private static bool Reaches(Caller caller, OrgTree tree, OrgUnitId? unit) => caller.May(Permission.Admin, tree.Above(unit));

    private async Task<bool> LeavesNoAdministratorAsync(Person person, IReadOnlyList<Grant> grants, CancellationToken cancellationToken) =>
        !(person.Active && grants.Contains(new Grant(Permission.Admin, null)))
        && (await people.AdministratorsAsync(cancellationToken)).SetEquals([person.Id]);
}
