using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OnCall.Api.Auth;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Rosters;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>What proves who is asking: sessions, keys, tokens of feeds.</summary>
internal static class SecretTargets
{
    private const string OneSession = "0199a3c0-0000-7000-8000-000000000001";

    private static readonly TicketDataFormat Sessions = new(new EphemeralDataProtectionProvider().CreateProtector("sessions"));

    // The key of the protection is another in every process: a session is made anew for each input from what the input changes.
    private static readonly byte[] Session = Encoding.ASCII.GetBytes(Sessions.Protect(Ticket()));

    private static readonly IReadOnlyList<byte[]> Secrets = Samples.Texts("oc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer oc_x");
    private static readonly IReadOnlyList<byte[]> Cookies = Samples.Texts("oncall-session=CfDJ8A; oncall-forgery=x", "oncall-session=chunks-2; oncall-sessionC1=a; oncall-sessionC2=b", "oncall-session=chunks-2147483647");
    private static readonly IReadOnlyList<byte[]> Noise = Samples.Texts("0123456789", "chunks-3", "abcDEF_-");

    public static IReadOnlyList<Target> All { get; } =
    [
        new("session", chance => Mutation.Of(chance, Noise), ReadSession),
        new("cookies", chance => Mutation.Of(chance, Cookies), ReadCookies),
        new("secret", chance => Mutation.Of(chance, Secrets), bytes =>
        {
            var text = TextTargets.TextOf(bytes);
            Must.Be(ApiKeySecret.Hash(text).Length == 64 && FeedToken.Hash(text).Length == 64, "That is no hash.");
        }),
    ];

    // What the input holds is laid over a good session: never does it pass for another, or for a changed one.
    private static void ReadSession(byte[] bytes)
    {
        var changed = Session.ToArray();
        var at = bytes.Length == 0 ? 0 : bytes[0] * 7 % changed.Length;
        for (var i = 1; i < bytes.Length && at < changed.Length; i++, at++)
        {
            changed[at] = bytes[i];
        }

        var length = bytes.Length % 3 == 0 ? at : changed.Length;
        var text = Encoding.Latin1.GetString(changed, 0, length);
        Must.Be(Sessions.Unprotect(text) is not { } ticket || Canonical(text) == Canonical(Encoding.ASCII.GetString(Session)), "A session was taken that nobody was given.");
        Must.Be(Sessions.Unprotect(Encoding.Latin1.GetString(bytes)) is null, "A session was taken that nobody was given.");
    }

    // The last sign of base 64 has bits that say nothing.
    private static string Canonical(string session) => session.TrimEnd('=')[..^1];

    private static void ReadCookies(byte[] bytes)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[HeaderNames.Cookie] = Encoding.Latin1.GetString(bytes);
        BrowserRequest.HasSession(context.Request);
        BrowserRequest.IsScreen(context.Request);
        if (new ChunkingCookieManager().GetRequestCookie(context, BrowserRequest.SessionCookie) is { } session)
        {
            Must.Be(Sessions.Unprotect(session) is null, "A session was taken that nobody was given.");
        }
    }

    private static AuthenticationTicket Ticket() => new(
        CallerIdentity.Of(new Domain.Access.Sessions.Session(new SessionId(Guid.Parse(OneSession)), default, SignInWay.Password, null, true, default, default), "Ada"), Schemes.Session);
}
