using System.Text;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>What has to be so whatever the input.</summary>
internal static class Must
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Be(bool so, string otherwise)
    {
        if (!so)
        {
            throw new InvalidDataException(otherwise);
        }
    }

    /// <summary>Whole characters, so that it can be written and sent.</summary>
    public static void BeText(params IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            Strict.GetByteCount(text);
        }
    }
}
