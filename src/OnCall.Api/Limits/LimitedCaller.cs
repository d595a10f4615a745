using System.Net;
using System.Net.Sockets;
using OnCall.Api.Auth;

namespace OnCall.Api.Limits;

/// <summary>By what a request is counted.</summary>
/// <param name="Kind">What sort of caller asks.</param>
/// <param name="Name">The key, the person, or the network address.</param>
internal readonly record struct LimitedCaller(LimitedKind Kind, string Name)
{
    // A household or a ward's machine has a /64 of IPv6 to choose addresses from (RFC 6177).
    private const int PrefixBytes = 8;

    private static readonly string[] SigningIn = ["/sign-in", "/welcome", "/set-up"];
    private static readonly PathString Passkey = "/sign-in/passkey";

    internal static LimitedCaller Of(HttpContext context)
    {
        // Whatever else they show: a key or a session makes nobody a better guesser. A passkey cannot be guessed, and is what a ward still signs in
        // by when somebody at its address guesses passwords.
        if (HttpMethods.IsPost(context.Request.Method) && CanGuess(context.Request.Path))
        {
            return new LimitedCaller(LimitedKind.SignIn, NetworkOf(context.Connection.RemoteIpAddress));
        }

        if (context.User.Key() is { } key)
        {
            return new LimitedCaller(LimitedKind.Key, key.ToString());
        }

        if (context.HasCaller())
        {
            return new LimitedCaller(LimitedKind.Person, context.Caller().Key);
        }

        return new LimitedCaller(LimitedKind.Address, NetworkOf(context.Connection.RemoteIpAddress));
    }

    /// <summary>The address itself, and of IPv6 what the owner of the network cannot choose.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, PrefixBytes))
            : address.ToString();
    }

    internal static bool IsSigningIn(PathString path) => Array.Exists(SigningIn, p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    private static bool CanGuess(PathString path) => IsSigningIn(path) && !path.StartsWithSegments(Passkey, StringComparison.OrdinalIgnoreCase);
}
