using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Access.SecondFactor;

/// <summary>Says who must have a second factor. It counts from each one's next sign-in on.</summary>
public sealed class PutSecondFactorRules(ISecondFactorRules rules, IOrgUnitStore units, IClock clock)
{
    public async Task<Answer<SecondFactorRulesBody>> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.May(Permission.Admin) || caller.May(Permission.Auditor)
            ? Written(await rules.AllAsync(cancellationToken), await units.TreeAsync(cancellationToken))
            : Refusal.Forbidden("Only administrators and auditors of the whole hospital see this.");
    }

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public async Task<Answer<SecondFactorRulesBody>> RunAsync(Caller caller, SecondFactorRulesBody body, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(body);
        if (!caller.May(Permission.Admin))
        {
            return Refusal.Forbidden("Only administrators of the whole hospital say who must have a second factor.");
        }

        var tree = await units.TreeAsync(cancellationToken);
        if (await Shown.RefuseAsync(shown, tree, async now => Written(await rules.AllAsync(cancellationToken), now)) is { } stale)
        {
            return stale;
        }

        var (asked, problems) = Read(body, tree);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var written = Written(asked, tree);
        await rules.ReplaceAsync(asked, DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "second-factor.put", "second-factor", written), cancellationToken);
        return written;
    }

    private static (IReadOnlyList<SecondFactorRule> Rules, IReadOnlyList<InputProblem> Problems) Read(SecondFactorRulesBody body, OrgTree tree)
    {
        var rules = new List<SecondFactorRule>();
        var problems = new List<InputProblem>();
        for (var i = 0; i < (body.Permissions?.Count ?? 0); i++)
        {
            if (GrantForm.IsOfPeople(body.Permissions![i]) && Directory.Written.TryRead<Permission>(body.Permissions[i], out var permission))
            {
                rules.Add(new SecondFactorRule(permission, null));
            }
            else
            {
                problems.Add(new InputProblem($"permissions[{i}]", $"Give one of: {GrantForm.OfPeople}.", body.Permissions[i]));
            }
        }

        for (var i = 0; i < (body.OrgUnits?.Count ?? 0); i++)
        {
            if (body.OrgUnits![i] is { } code && tree.Find(code) is { } unit)
            {
                rules.Add(new SecondFactorRule(null, unit.Id));
            }
            else
            {
                problems.Add(DirectoryProblems.NoUnit($"orgUnits[{i}]", body.OrgUnits[i]));
            }
        }

        return ([.. rules.Distinct()], problems);
    }

    private static SecondFactorRulesBody Written(IReadOnlyList<SecondFactorRule> rules, OrgTree tree) => new(
        [.. rules.Where(r => r.Permission is not null).Select(r => Directory.Written.Of(r.Permission!.Value)).Order(StringComparer.Ordinal)],
        [.. rules.Where(r => r.OrgUnit is not null).Select(r => tree.Find(r.OrgUnit!.Value)?.Code).OfType<string>().Order(StringComparer.Ordinal)]);
}
