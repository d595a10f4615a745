using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Auth.OpenId;

/// <summary>What the sign-in screen says of trouble. It comes by its name in the address: nobody else's words are shown.</summary>
internal static class TroubleText
{
    /// <summary>Null for what is none.</summary>
    internal static string? Of(Texts t, string? name) => Find(name) switch
    {
        OpenIdTrouble.Away => t["Your hospital's sign-in gives no answer now. Use a passkey, a key, or a password of OnCall itself if you have one."],
        OpenIdTrouble.Denied => t["Your hospital's sign-in did not let you in, or you went back. Try again."],
        OpenIdTrouble.Lost => t["This sign-in was not begun here, was used already, or took too long. Begin again."],
        OpenIdTrouble.Untrusted => t["The answer of your hospital's sign-in cannot be trusted. Begin again; if it stays so, tell an administrator."],
        OpenIdTrouble.Unknown => t["You are not in OnCall's directory. Ask an administrator to add you."],
        OpenIdTrouble.Passkey => t["Your hospital wants a second factor of you, and yours is a passkey: sign in with that."],
        null => null,
    };

    internal static string Address(OpenIdTrouble trouble, string? to) =>
        "/sign-in?why=" + trouble.ToString().ToLowerInvariant() + (OwnPath.Or(to, "/") is var path and not "/" ? "&to=" + Uri.EscapeDataString(path) : "");

    private static OpenIdTrouble? Find(string? name)
    {
        foreach (var trouble in Enum.GetValues<OpenIdTrouble>())
        {
            if (string.Equals(trouble.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return trouble;
            }
        }

        return null;
    }
}
