using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Limits;
using OnCall.Api.Refusals;
using OnCall.Api.Screens.Wording;
using OnCall.Application;
using OnCall.Application.Paging.Links;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Where the link of a message leads: one page, one person, one button. It shows what the message said, and nothing else of the page.</summary>
internal sealed class LinkScreen(AnswerLink links, LinkTries tries, IIdSource ids) : OpenFormScreen
{
    private const string DeviceCookie = "oncall-device";
    private const int DeviceLength = 32;

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    internal LinkAnswer Answer { get; private set; } = null!;

    /// <summary>The read-back that was typed, to be shown again.</summary>
    internal string? ReadBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var device = Device();
        Answer = await links.LookAsync(Token, device, cancellationToken);
        if (device is null && Answer.Page is not null)
        {
            Response.Cookies.Append(DeviceCookie, RandomSecret.Text(ids.NewBits(), ids.NewBits(), ids.NewBits()), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Strict,
                Secure = Request.IsHttps,
                Path = "/a",
            });
        }

        return Answer.Page is null ? Refuse("", StatusCodes.Status404NotFound) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? readBack, CancellationToken cancellationToken)
    {
        ReadBack = readBack;
        if (Device() is not { } device)
        {
            Answer = await links.LookAsync(Token, null, cancellationToken);
            return Vain(T["Nothing was taken: this browser keeps no cookies, by which the link knows its device. Reply to the message, or call the desk."], StatusCodes.Status400BadRequest);
        }

        Answer = await links.TakeAsync(Token, device, readBack, cancellationToken);
        return Answer.Standing switch
        {
            LinkStanding.Yours or LinkStanding.OneOfSeveral => Page(),
            LinkStanding.Busy => Refuse("", StatusCodes.Status409Conflict),
            _ => Vain("", StatusCodes.Status409Conflict),
        };
    }

    // Counted when it is known that nothing was taken, so that no limit stands before what may take a page.
    private IActionResult Vain(string said, int status)
    {
        if (!tries.Count(HttpContext))
        {
            return Refuse(T["There were too many tries. Wait a minute, or call the desk."], StatusCodes.Status429TooManyRequests);
        }

        if (Answer.Page is null)
        {
            HttpContext.Features.Set(new RefusedAs(RefusalReason.WrongToken));
        }

        return Refuse(said, status);
    }

    // Ours are 32 characters; whatever else is sent is none.
    private string? Device() => Request.Cookies[DeviceCookie] is { Length: DeviceLength } device ? device : null;

    internal static string Words(Texts t, LinkAnswer answer) => answer.Standing switch
    {
        LinkStanding.Yours => t["You have it."],
        LinkStanding.OneOfSeveral => t["Noted: you are one of those who have it."],
        LinkStanding.Taken => t["Somebody has it already. Nothing more to do."],
        LinkStanding.Closed => t["It is closed. Nothing more to do."],
        LinkStanding.AskedNoMore => t["It does not ask you any more. Call the desk to take it after all."],
        LinkStanding.ReadBackNeeded => t["Not taken yet: write the value as you understood it."],
        LinkStanding.Busy => t["Not taken: others answered at the same moment. Try again, or call the desk."],
        LinkStanding.OtherDevice => t["Nothing was taken: this link was used on another device. Sign in, reply to the message, or call the desk."],
        LinkStanding.Over => t["Nothing was taken: this link is more than a day old. Sign in, or call the desk."],
        LinkStanding.NotTheirs => t["Nothing was taken: the address that this was sent to is not proven as yours alone. Sign in, or call the desk."],
        LinkStanding.Unknown => t["This link is worth nothing. Look whether it was cut off; sign in, reply to the message, or call the desk."],
        LinkStanding.Asks => t["For {0}", answer.Name],
    };
}
