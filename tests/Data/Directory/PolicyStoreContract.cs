using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class PolicyStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_policy_is_read_as_it_was_written()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        Step[] steps =
        [
            new(300, [new(TargetKind.Tier, Tier: 1), new(TargetKind.Role, Role: new RoleId(data.NewId())), new(TargetKind.Role)], Acknowledgements: 2, Repeat: 3),
            new(60, [new(TargetKind.Person, Person: new PersonId(data.NewId())), new(TargetKind.Desk)]),
        ];
        var policy = new EscalationPolicy(new PolicyId(data.NewId()), "duty", "Duty", steps, OutcomeWithinSeconds: 1800);
        await SaveAsync(data, policy, isNew: true);
        Assert.Equivalent(policy, await data.Policies.FindAsync("DUTY", CancellationToken.None), strict: true);
        Assert.Equivalent(policy, Assert.Single(await data.Reads.PoliciesAsync([policy.Id, new PolicyId(data.NewId())], CancellationToken.None)), strict: true);

        var changed = policy with { Name = "Duty by day", Steps = [steps[1]], OutcomeWithinSeconds = null };
        await SaveAsync(data, changed, isNew: false);
        Assert.Equivalent(changed, Assert.Single(await data.Policies.AllAsync(CancellationToken.None)), strict: true);
        Assert.Null(await data.Policies.FindAsync("none", CancellationToken.None));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_told()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await SaveAsync(data, new EscalationPolicy(new PolicyId(data.NewId()), "duty", "Duty", []), isNew: true);
        var twin = new EscalationPolicy(new PolicyId(data.NewId()), "duty", "Twin", []);
        Assert.Equal(SaveResult.Raced, await SaveAsync(data, twin, isNew: true));
    }

    private static Task<SaveResult> SaveAsync(DirectoryData data, EscalationPolicy policy, bool isNew) =>
        data.Policies.SaveAsync(policy, isNew, DirectoryData.Audit("policy.put"), CancellationToken.None);
}

public sealed class PolicyStoreOnSqlite : PolicyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PolicyStoreOnSqlServer : PolicyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
