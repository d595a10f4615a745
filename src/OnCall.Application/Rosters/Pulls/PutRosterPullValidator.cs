using FluentValidation;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Application.Rosters.Pulls;

internal sealed class PutRosterPullValidator : AbstractValidator<PutRosterPullRequest>
{
    private const int LongestPlace = 2000;
    private const int LongestWord = 100;

    // What a request is framed by is not for a secret, and Host would lead elsewhere.
    private static readonly string[] Framing = ["Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Range", "If-None-Match", "If-Modified-Since"];

    public PutRosterPullValidator()
    {
        RuleFor(r => r.Code).IsSlug();
        RuleFor(r => r.OrgUnit).NotEmpty().WithMessage("Name the unit by its code.");
        RuleFor(r => r.TimeZone).NotEmpty().WithMessage("Say in which zone the times are written, as an IANA name such as Europe/Brussels.").IsTimeZone();
        RuleFor(r => r.Url).Must((r, url) => (url is null) != (r.Folder is null)).WithMessage("Give either a url or a folder.");
        RuleFor(r => r.Url).Must(u => u is null || IsHttp(u)).WithMessage("Write an http or https address, without a name or password in it: a secret goes into the header.");
        RuleFor(r => r.Folder).Must(f => f is null || (f.Length is > 0 and <= LongestPlace && Path.IsPathFullyQualified(f))).WithMessage("Write a whole path of a folder.");
        RuleFor(r => r.Pattern).Null().When(r => r.Folder is null).WithMessage("A pattern goes with a folder.");
        RuleFor(r => r.Pattern).Must(p => p is null || (p.Length is > 0 and <= LongestWord && !p.Any(c => c is '/' or '\\' || char.IsControl(c))))
            .WithMessage("Write a file name with * for any characters, such as rota-*.csv.");
        RuleFor(r => r.Every).InclusiveBetween(5, 1440).WithMessage("From 5 to 1440 minutes.");
        RuleFor(r => r.StaleAfterHours).InclusiveBetween(1, 8760).WithMessage("From 1 to 8760 hours.");
        RuleFor(r => r.Role).MaximumLength(200).WithMessage("A role is written in at most 200 characters.");
        RuleFor(r => r.Source).MaximumLength(LongestWord).WithMessage($"At most {LongestWord} characters.");
        RuleFor(r => r.Sheet).MaximumLength(LongestWord).WithMessage($"At most {LongestWord} characters.");
        RuleFor(r => r.Format).MaximumLength(LongestWord).WithMessage($"At most {LongestWord} characters.");
        RuleFor(r => r.Encoding).MaximumLength(LongestWord).WithMessage($"At most {LongestWord} characters.");
        RuleFor(r => r.Delimiter).MaximumLength(LongestWord).WithMessage($"At most {LongestWord} characters.");
        RuleFor(r => r.DateOrder).Must(o => o is null || UploadRosterValidator.ReadOrder(o) is not null).WithMessage("Write dayFirst, monthFirst or yearFirst.");
        RuleFor(r => r.Mapping).Must(m => m is null || m.All(p => p.Key.Length > 0 && !string.IsNullOrWhiteSpace(p.Value))).WithMessage("Our column names to the file's headings: {\"start\":\"Beginn\"}.");
        RuleFor(r => r.Legend).Must(l => l is null || l.All(p => p.Key.Length > 0 && p.Value is not null)).WithMessage("The grid's letters to their times, empty for a day off: {\"N\":\"20:00-08:00\",\"X\":\"\"}.");
        RuleFor(r => r.Header).Null().When(r => r.Url is null).WithMessage("A header goes with a url.");
        RuleFor(r => r.Header!.Name).Must(IsHeaderName).When(r => r.Header is not null).OverridePropertyName("Header.Name").WithMessage("Write a header's name such as Authorization; not one that frames the request.");
        RuleFor(r => r.Header!.Value).Must(v => v is null || (v.Length is > 0 and <= LongestPlace && v.All(c => c is >= ' ' and <= '~'))).When(r => r.Header is not null)
            .OverridePropertyName("Header.Value").WithMessage("1 to 2000 printable ASCII characters.");
    }

    private static bool IsHttp(string text) =>
        text.Length <= LongestPlace && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0;

    private static bool IsHeaderName(string? name) =>
        name is { Length: > 0 and <= LongestWord } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !Framing.Contains(name, StringComparer.OrdinalIgnoreCase);
}
