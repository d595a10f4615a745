using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace OnCall.Api.Auth;

/// <summary>
/// What a browser carries from one step of signing in to the next: sealed by the server, worth nothing after 10 minutes, not readable
/// by scripts, not sent with what other sites make it post.
/// </summary>
/// <param name="sameSite">Lax where another site, the provider's, sends the browser here.</param>
internal sealed class SealedCookie<T>(string name, string path, SameSiteMode sameSite, IDataProtectionProvider protection, IClock clock)
    where T : class
{
    private static readonly Duration Life = Duration.FromMinutes(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // When the first of them is needed: the keys of the server are read then.
    private readonly Lazy<IDataProtector> _protector = new(() => protection.CreateProtector("OnCall.SignIn." + name));

    public void Write(HttpContext context, T value)
    {
        var sealedText = _protector.Value.Protect(JsonSerializer.Serialize(new Carried(value, clock.GetCurrentInstant().ToUnixTimeSeconds()), Json));
        context.Response.Cookies.Append(name, sealedText, Options(context));
    }

    /// <summary>Null when there is none, or none that this server made within the time.</summary>
    public T? Read(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } sealedText)
        {
            return null;
        }

        try
        {
            var carried = JsonSerializer.Deserialize<Carried>(_protector.Value.Unprotect(sealedText), Json);
            return carried is not null && clock.GetCurrentInstant() < Instant.FromUnixTimeSeconds(carried.At) + Life ? carried.Value : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(name, Options(context));

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = sameSite,
        Secure = context.Request.IsHttps,
        Path = path,
        IsEssential = true,
    };

    private sealed record Carried(T Value, long At);
}
