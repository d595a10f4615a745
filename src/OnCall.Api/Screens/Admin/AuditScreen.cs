using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Audit;

namespace OnCall.Api.Screens.Admin;

/// <summary>The audit trail for auditors: find, and check.</summary>
internal sealed class AuditScreen(SearchAudit search, VerifyAudit verify) : Screen
{
    [FromQuery]
    public string? From { get; set; }

    [FromQuery]
    public string? To { get; set; }

    [FromQuery]
    public string? Actor { get; set; }

    [FromQuery]
    public string? Action { get; set; }

    [FromQuery]
    public string? Subject { get; set; }

    [FromQuery]
    public string? Text { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    internal IReadOnlyList<AuditEntryView> Entries { get; private set; } = [];

    internal string? Next { get; private set; }

    /// <summary>What the check has found; null until somebody asks for one.</summary>
    internal AuditVerdictView? Verdict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        var answer = await verify.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return answer.Refusal.Kind == RefusalKind.Forbidden ? Refuse(answer.Refusal) : await FindAsync(cancellationToken) ?? Again(answer.Refusal);
        }

        Verdict = answer.Value;
        return await FindAsync(cancellationToken) ?? Page();
    }

    public override IActionResult OnPost() => LocalRedirect("/audit");

    /// <summary>The address of the next part, or of the same question as a file.</summary>
    internal string AddressOf(string path, string? cursor) => path + QueryString.Create(new Dictionary<string, string?>
    {
        ["from"] = From, ["to"] = To, ["actor"] = Actor, ["action"] = Action, ["subject"] = Subject, ["text"] = Text, ["cursor"] = cursor,
    }.Where(f => !string.IsNullOrEmpty(f.Value)));

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        var answer = await search.RunAsync(Caller, new AuditRequest(From, To, Actor, Action, Subject, Text, Cursor), cancellationToken);
        if (!answer.Ok)
        {
            return answer.Refusal.Kind == RefusalKind.Forbidden ? Refuse(answer.Refusal) : Again(answer.Refusal);
        }

        (Entries, Next) = (answer.Value.Items, answer.Value.Next);
        return null;
    }
}
