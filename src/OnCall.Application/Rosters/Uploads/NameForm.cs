using OnCall.Domain;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A person's name for comparing: width, case, spaces and "last, first" do not matter.</summary>
internal static class NameForm
{
    public static string Of(string name)
    {
        var plain = PlainForm.Of(name) ?? name;
        if (plain.Split(',') is [var last, var first] && !string.IsNullOrWhiteSpace(first))
        {
            plain = $"{first} {last}";
        }

        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
