using System.Security.Cryptography;
using System.Text.Json;

namespace OnCall.Application.Directory;

/// <summary>Keeps a form from writing over what somebody else has changed since it was opened.</summary>
public static class Shown
{
    /// <summary>What a form for something new bears: there is nothing yet.</summary>
    public const string Nothing = "";

    /// <summary>Stands for what was shown: the same for the same, and another for anything that differs.</summary>
    public static string Mark<T>(T view) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view)));

    /// <summary>Null where what stands there is what the caller saw.</summary>
    /// <param name="mark">Of what its caller saw, or <see cref="Nothing"/>; null where it is to be written whatever stands there: then nothing is shown anew.</param>
    /// <param name="now">What stands there; null when nothing does.</param>
    /// <param name="show">As the caller saw it.</param>
    internal static async Task<Refusal?> RefuseAsync<T, TView>(string? mark, T? now, Func<T, Task<TView>> show)
        where T : class =>
        mark is null || string.Equals(mark, now is null ? Nothing : Mark(await show(now)), StringComparison.Ordinal) ? null : Stale;

    private static Refusal Stale { get; } = new(
        RefusalKind.Conflict, "changed-since-shown", "Somebody else has changed it since you opened it", "Nothing was saved. Open it again, and make your change to what stands there now.");
}
