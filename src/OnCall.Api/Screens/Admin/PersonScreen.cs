using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Admin;

/// <summary>A person: who they are, what they may, how they are reached, and how they sign in.</summary>
internal sealed partial class PersonScreen(
    ReadPeople read, PutPerson put, ReadUnitTree tree, InvitePerson invite, EndSessions endSessions, ResetSecondFactor reset) : Screen
{
    internal PersonFields Form { get; private set; } = PersonFields.New;

    internal PersonView? Now { get; private set; }

    internal UnitTreeView Tree { get; private set; } = new([]);

    internal string? Done { get; private set; }

    /// <summary>Told this once; null otherwise.</summary>
    internal MadeInvitation? Invitation { get; private set; }

    /// <summary>The permissions that this caller may give somewhere.</summary>
    internal static IReadOnlyList<Permission> Permissions => PeoplesPermissions.All;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? person, [FromQuery] string? unit, CancellationToken cancellationToken)
    {
        Form.OrgUnit = unit;
        return await FindAsync(person, cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    /// <summary>Draws the form again with an empty row more; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowAsync([FromForm] PersonFields form, CancellationToken cancellationToken) => await KeepAsync(form, cancellationToken) ?? await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync([FromForm] PersonFields form, CancellationToken cancellationToken)
    {
        if (await KeepAsync(form, cancellationToken) is { } refused)
        {
            return refused;
        }

        var request = form.ToRequest();
        if (Now is null && request.EmployeeNo is { } number && (await read.FindAsync(Caller, number, cancellationToken)).Ok)
        {
            return await ShowAsync(TypedText.Taken(T, "employeeNo", number), cancellationToken);
        }

        var answer = await put.RunAsync(Caller, request, cancellationToken, form.Seen ?? Shown.Nothing);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal, cancellationToken);
        }

        Done = SavedText.Of(T, answer.Value.Name, answer.Value.EndedKeys);
        return await FindAsync(answer.Value.EmployeeNo, cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync([FromForm] string? was, CancellationToken cancellationToken)
    {
        if (await FindAsync(was, cancellationToken) is { } refused)
        {
            return refused;
        }

        var answer = await invite.RunAsync(Caller, was ?? "", cancellationToken);
        Invitation = answer.Value;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public Task<IActionResult> OnPostSignOutAsync([FromForm] string? was, CancellationToken cancellationToken) => ActAsync(
        was, () => endSessions.AllOfAsync(Caller, was ?? "", cancellationToken),
        ended => Gone(ended.UnreachedOn, T["Signed out everywhere: sessions ended {0}, keys {1}, devices taken away {2}.", ended.Ended, ended.Keys, ended.Devices]), cancellationToken);

    public Task<IActionResult> OnPostResetAsync([FromForm] string? was, CancellationToken cancellationToken) => ActAsync(
        was, () => reset.RunAsync(Caller, was ?? "", cancellationToken),
        removed => Gone(removed.UnreachedOn, T["The second factor is taken away, and devices: {0}. Invite them again, so that they can sign in.", removed.Removed]), cancellationToken);

    public override IActionResult OnPost() => LocalRedirect(PeopleScreen.Path);

    private async Task<IActionResult> ActAsync<T2>(string? was, Func<Task<Answer<T2>>> act, Func<T2, string> done, CancellationToken cancellationToken)
    {
        if (await FindAsync(was, cancellationToken) is { } refused)
        {
            return refused;
        }

        var answer = await act();
        Done = answer.Ok ? done(answer.Value) : null;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    private async Task<IActionResult?> KeepAsync(PersonFields form, CancellationToken cancellationToken)
    {
        var refused = await FindAsync(form.Was, cancellationToken);
        Form = form;
        return refused;
    }

    private async Task<IActionResult?> FindAsync(string? number, CancellationToken cancellationToken) =>
        number.Filled() is { } filled ? await TakeAsync(read.FindAsync(Caller, filled, cancellationToken), found => (Now, Form) = (found, PersonFields.Of(found))) : null;

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        if (await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) is { } refused)
        {
            return refused;
        }

        Form.WithEmptyRows();
        return Page(refusal);
    }
}
