namespace OnCall.Application.Directory;

/// <summary>Enum members as the API writes them: <c>inApp</c>.</summary>
internal static class Written
{
    internal static string Of<T>(T value)
        where T : struct, Enum => CamelCase.Of(value.ToString());

    /// <summary>Reads a written name in any case; a number is not one.</summary>
    internal static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(text, Of(candidate), StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    internal static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));
}
