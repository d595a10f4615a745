using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.SetUp;
using OnCall.Application.Directory;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Screens.SignIn;

/// <summary>The first administrator of a new installation.</summary>
internal sealed class SetUpScreen(SetUpCode code, AddFirstAdministrator first, Passwords passwords, SignInSteps steps) : OpenFormScreen
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "number")]
    public string? Number { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await first.IsOpenAsync(cancellationToken) ? Page() : LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await first.IsOpenAsync(cancellationToken))
        {
            return LocalRedirect("/sign-in");
        }

        if (!await code.FitsAsync(Code, cancellationToken))
        {
            return Refuse(T["This is not the set-up code. It stands in the file that the program's log names."]);
        }

        if (PasswordRules.Check(Number ?? "", Name ?? "", Password ?? "") is { } why)
        {
            return Refuse(why, StatusCodes.Status422UnprocessableEntity);
        }

        var made = await first.RunAsync(Number ?? "", Name ?? "", cancellationToken);
        if (!made.Ok)
        {
            return Refuse(made.Refusal);
        }

        code.Delete();
        var set = await passwords.SetAsync(made.Value.Id, Password!, null, SignInWay.SetUp, cancellationToken);
        if (!set.Ok)
        {
            return Refuse(set.Refusal);
        }

        await steps.BeginAsync(HttpContext, new Proof(set.Value, SignInWay.SetUp), shared: true, cancellationToken);
        return LocalRedirect("/account");
    }
}
