using OnCall.Application;

namespace OnCall.Api.Settings;

/// <summary>The engine alone: <c>dotnet OnCall.Api.dll worker</c>.</summary>
internal static class WorkerMode
{
    private const string Word = "worker";

    /// <exception cref="WrongSettingException">The first argument is a word, but not this one: a node that does something else than was meant must not start.</exception>
    internal static bool Asked(string[] args) => args switch
    {
        [Word, ..] => true,
        [var first, ..] when first.All(char.IsAsciiLetter) && first.Length > 0 =>
            throw new WrongSettingException(first, $"is nothing that OnCall can be told to be. Say {Word}, migrate, audit verify, or nothing."),
        _ => false,
    };
}
