using OnCall.Domain.Access;

namespace OnCall.Application.Directory;

/// <summary>Shows policies to whoever works here.</summary>
public sealed class ReadPolicies(IPolicyStore policies, PolicyForm form)
{
    public async Task<Answer<PolicyView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        return await policies.FindAsync(code, cancellationToken) is { } policy
            ? (await form.ShowAsync([policy], cancellationToken))[0]
            : DirectoryProblems.Unknown("unknown-policy", "No such policy", $"No policy has the code '{code}'.");
    }

    public async Task<Answer<ListOf<PolicyView>>> ListAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var part = ListPart.Of(await policies.AllAsync(cancellationToken), p => p.Code, request);
        return part.Ok
            ? new ListOf<PolicyView>(await form.ShowAsync(part.Value.Items, cancellationToken), part.Value.Next)
            : part.Refusal;
    }
}
