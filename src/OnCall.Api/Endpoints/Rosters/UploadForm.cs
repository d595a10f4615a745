using System.Text.Json.Nodes;
using OnCall.Application;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary>The multipart form of an upload. Every field but the file may stand in the query instead.</summary>
internal sealed class UploadForm
{
    public required IFormFile File { get; init; }

    /// <summary>The IANA zone of times written without an offset.</summary>
    public required string TimeZone { get; init; }

    /// <summary><c>csv</c>, <c>xlsx</c>, <c>xls</c>, <c>amion</c> or <c>icalendar</c>; left out, it is told by the file.</summary>
    public string? Format { get; init; }

    /// <summary>JSON object of our column names to the file's headings.</summary>
    public string? Mapping { get; init; }

    /// <summary>The role of a file of one role that does not name it.</summary>
    public string? Role { get; init; }

    /// <summary>What the file's origin is called: what is told about it by hand is remembered for its next file.</summary>
    public string? Source { get; init; }

    /// <summary>A text's encoding: <c>utf-8</c>, <c>utf-16</c>, <c>shift_jis</c>, <c>gb18030</c>, <c>windows-1252</c> or another registered name.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the columns of a text: one character, or <c>tab</c>.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The sheet of a workbook; the first that is shown otherwise.</summary>
    public string? Sheet { get; init; }

    /// <summary>How 12/10/2026 is meant: <c>dayFirst</c>, <c>monthFirst</c> or <c>yearFirst</c>; left out, the file's own dates decide.</summary>
    public string? DateOrder { get; init; }

    /// <summary>JSON object of a grid's letters to their times: <c>{"N":"20:00-08:00","X":""}</c>.</summary>
    public string? Legend { get; init; }

    /// <summary>Make roles and people that do not exist yet.</summary>
    public bool CreateMissing { get; init; }

    /// <summary>Publish at once when nothing stands in the way.</summary>
    public bool Publish { get; init; }

    /// <summary>As the description shows it; the file is sent as a part of its own.</summary>
    internal static JsonObject Example() => new()
    {
        ["file"] = "Role,Employee no,Start,End,Tier\ncardiology/duty-physician,N1001,2026-11-23T08:00,2026-11-23T20:00,1\n",
        ["timeZone"] = "Europe/Brussels",
        ["createMissing"] = false,
        ["publish"] = true,
    };

    internal static async Task<Answer<UploadRosterRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || !request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Unreadable("Send multipart/form-data with the roster in the field 'file'.");
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Unreadable("The multipart body is broken off or has no boundary. Send it again.");
        }

        var problems = new List<InputProblem>();
        var (create, publish) = (Switch("createMissing"), Switch("publish"));
        if (form.Files.GetFile("file") is not { } file)
        {
            problems.Add(new InputProblem("file", "Send the roster as a file in this field."));
            return Refusal.Invalid([.. problems]);
        }

        if (problems.Count > 0)
        {
            return Refusal.Invalid([.. problems]);
        }

        if (file.Length > UploadRoster.MaxBytes)
        {
            return UploadRoster.TooLarge;
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new UploadRosterRequest(
            new RosterFile(Path.GetFileName(file.FileName), content), Field("timeZone"), Field("format"), Field("mapping"), Field("role"), create, publish)
        {
            Source = Field("source"),
            Encoding = Field("encoding"),
            Delimiter = Field("delimiter"),
            Sheet = Field("sheet"),
            DateOrder = Field("dateOrder"),
            Legend = Field("legend"),
        };

        string? Field(string name) => form[name] is [{ Length: > 0 } value, ..] ? value : request.Query[name] is [{ Length: > 0 } asked, ..] ? asked : null;

        bool Switch(string name)
        {
            var text = Field(name);
            if (text is not (null or "true" or "false"))
            {
                problems.Add(new InputProblem(name, "Write true or false.", text));
            }

            return text == "true";
        }
    }

    private static Refusal Unreadable(string detail) =>
        new(RefusalKind.Unreadable, "unreadable-form", "The form cannot be read", detail + " Nothing was stored.");
}
