using System.Text;

namespace OnCall.Application;

/// <summary>How the names of enum members are written outside: <c>StepStarted</c> as <c>step-started</c>.</summary>
public static class KebabCase
{
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
