using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>One upload: how it was read, what is wrong with it, what it changes. It is put in force here, and taken back.</summary>
internal sealed class UploadScreen(ReadRosterUpload read, PublishRoster publish, RollBackRoster rollBack) : Screen
{
    internal RosterUploadDetail Detail { get; private set; } = null!;

    /// <summary>How to read it otherwise, with the file once more.</summary>
    internal UploadFields Fields => new()
    {
        TimeZone = Detail.Upload.TimeZone,
        Source = Detail.Reading.Source,
        Format = Detail.Upload.Format,
        Encoding = Detail.Upload.Encoding,
        Delimiter = Detail.Reading.Delimiter,
        Sheet = Detail.Reading.Sheet,
        DateOrder = Detail.Reading.DateOrder is { } order ? JsonNamingPolicy.CamelCase.ConvertName(order.ToString()) : null,
        Map = Detail.Reading.Mapping.ToDictionary(m => m.Key, m => (string?)m.Value),
    };

    /// <summary>It is to be taken back once more is pressed.</summary>
    internal bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await ShowAsync(id, cancellationToken) ?? Page();

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, upload => publish.RunAsync(Caller, upload, cancellationToken), cancellationToken);

    /// <summary>Says what would come back, and does nothing yet.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellationToken)
    {
        IsAsked = true;
        return await ShowAsync(id, cancellationToken) ?? Page();
    }

    public Task<IActionResult> OnPostRollBackAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, upload => rollBack.RunAsync(Caller, upload, cancellationToken), cancellationToken);

    public override IActionResult OnPost() => LocalRedirect(UploadsScreen.Path);

    private async Task<IActionResult> DoAsync(Guid id, Func<UploadId, Task<Answer<RosterUploadView>>> act, CancellationToken cancellationToken)
    {
        var answer = await act(new UploadId(id));
        return answer.Ok ? LocalRedirect($"{UploadsScreen.Path}/{id}") : await ShowAsync(id, cancellationToken) ?? Again(answer.Refusal);
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var detail = await read.RunAsync(Caller, new UploadId(id), cancellationToken);
        Detail = detail.Value!;
        return detail.Ok ? null : Refuse(detail.Refusal);
    }
}
