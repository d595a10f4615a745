using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Screens.Admin;
using OnCall.Api.Screens.Rota;
using OnCall.Application;
using OnCall.Application.Rosters.Swaps;

namespace OnCall.Api.Screens.Staff;

/// <summary>One of my shifts is offered to a colleague, in return for one of theirs or for nothing.</summary>
internal sealed class AskSwapScreen(ReadSwapChoices read, AskSwap ask) : Screen
{
    internal const string Path = "/my-shifts/swap";

    internal SwapForm Form { get; private set; } = new();

    internal SwapChoicesView Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery] SwapForm form, CancellationToken cancellationToken)
    {
        Form = form;
        return await ShowAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAskAsync([FromForm] SwapForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (await ShowAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var take = form.Take.Filled() is { } start ? new SwapTakeBody(start) : null;
        var give = new SwapGiveBody(form.Start.Filled(), form.End.Filled());
        var answer = await ask.RunAsync(Caller, new AskSwapRequest(Choices.Role.Code, give, Choices.With?.EmployeeNo, take, Reason: form.Reason.Filled()), cancellationToken);
        return answer.Ok ? LocalRedirect(SwapsScreen.Path) : Again(answer.Refusal);
    }

    public override IActionResult OnPost() => LocalRedirect("/my-shifts");

    /// <summary>Null where the screen can be shown; with whoever is not known left out and said.</summary>
    private async Task<IActionResult?> ShowAsync(CancellationToken cancellationToken)
    {
        if (Form.Instant is not { } at || Form.Role.Filled() is not { } role)
        {
            return LocalRedirect("/my-shifts");
        }

        var answer = await read.RunAsync(Caller, role, at, ChosenPerson.NumberOf(Form.Person).Filled(), cancellationToken);
        if (answer is { Ok: false, Refusal: { Kind: RefusalKind.Invalid } unknown })
        {
            answer = await read.RunAsync(Caller, role, at, null, cancellationToken);
            Choices = answer.Value!;
            return answer.Ok ? Again(unknown) : Refuse(answer.Refusal);
        }

        Choices = answer.Value!;
        return answer.Ok ? null : Refuse(answer.Refusal);
    }
}
