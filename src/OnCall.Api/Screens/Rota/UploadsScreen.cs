using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Api.Screens.Rota;

/// <summary>Uploads a roster file, and lists what was uploaded.</summary>
[RequestSizeLimit(LargestForm)]
internal sealed class UploadsScreen(UploadRoster upload, ListRosterUploads list, HouseZone house) : Screen
{
    internal const string Path = "/rota/uploads";

    // The file and the few fields around it.
    private const long LargestForm = UploadRoster.MaxBytes + (64 * 1024);

    internal UploadFields Fields { get; private set; } = new();

    /// <summary>What was made of the file that could not be taken; null before one was sent.</summary>
    internal UploadLook? Look { get; private set; }

    internal IReadOnlyList<RosterUploadLine> Uploads { get; private set; } = [];

    /// <summary>Where the list goes on; null at its end.</summary>
    internal string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        Fields.TimeZone = house.Zone.Id;
        return await FillAsync(cursor, cancellationToken) is { } refused ? Refuse(refused) : Page();
    }

    public async Task<IActionResult> OnPostReadAsync([FromForm] UploadFields fields, CancellationToken cancellationToken)
    {
        Fields = fields;
        var answer = await ReadAsync(fields, cancellationToken);
        if (answer.Ok)
        {
            return LocalRedirect($"{Path}/{answer.Value.Id}");
        }

        Look = UploadLook.Of(answer.Refusal);
        return await FillAsync(null, cancellationToken) is { } refused ? Refuse(refused) : Again(answer.Refusal);
    }

    public override IActionResult OnPost() => LocalRedirect(Path);

    private async Task<Answer<RosterUploadView>> ReadAsync(UploadFields fields, CancellationToken cancellationToken)
    {
        if (fields.File is not { Length: > 0 } file)
        {
            return Refusal.Invalid(new InputProblem("file", "Choose a file that holds something."));
        }

        if (file.Length > UploadRoster.MaxBytes)
        {
            return UploadRoster.TooLarge;
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return await upload.RunAsync(Caller, fields.ToRequest(new RosterFile(System.IO.Path.GetFileName(file.FileName), content)), cancellationToken);
    }

    private async Task<Refusal?> FillAsync(string? cursor, CancellationToken cancellationToken)
    {
        var uploads = await list.RunAsync(Caller, cursor, cancellationToken);
        (Uploads, Next) = (uploads.Value?.Items ?? [], uploads.Value?.Next);
        return uploads.Refusal;
    }
}
