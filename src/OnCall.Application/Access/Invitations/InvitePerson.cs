using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Access.Invitations;

/// <summary>Makes a link by which one person sets their password, once. So nobody ever knows somebody else's.</summary>
public sealed class InvitePerson(IInvitationStore invitations, KeyRights rights, IIdSource ids, IClock clock)
{
    /// <summary>How long an invitation waits: over a weekend.</summary>
    public static readonly Duration Life = Duration.FromHours(72);

    public async Task<Answer<MadeInvitation>> RunAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await rights.PersonAsync(caller, employeeNo, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var person = found.Value;
        if (!person.Active)
        {
            return DirectoryProblems.Inactive();
        }

        var token = RandomSecret.Text(ids.NewBits(), ids.NewBits(), ids.NewBits(), ids.NewBits());
        var now = clock.GetCurrentInstant();
        var invitation = new Invitation(RandomSecret.Hash(token), person.Id, caller.Key, caller.Shown?.Id, now, now + Life) { MadeIn = caller.Session };
        var audit = DirectoryAudit.Entry(now, caller, "person.invite", "person:" + person.EmployeeNo, new { invitation.Until });
        return await invitations.AddAsync(invitation, audit, cancellationToken)
            ? Answer<MadeInvitation>.Created(new MadeInvitation(person.EmployeeNo, "/welcome/" + token, invitation.Until))
            : DirectoryProblems.NotAdministrator();
    }
}
