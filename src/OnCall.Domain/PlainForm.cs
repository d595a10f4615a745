using System.Text;

namespace OnCall.Domain;

/// <summary>Text with full-width letters and digits, ligatures and the like made plain (Unicode NFKC).</summary>
public static class PlainForm
{
    /// <summary>Null for what is no text: half a surrogate pair, or U+FFFE.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
