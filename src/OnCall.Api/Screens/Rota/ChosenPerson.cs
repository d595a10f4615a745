using System.Text.RegularExpressions;
using OnCall.Application.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>A person as a field offers them, <c>Ada Okafor (N1001)</c>, and as it is read again.</summary>
internal static partial class ChosenPerson
{
    internal static string Of(PersonName person) => $"{person.Name} ({person.EmployeeNo})";

    /// <summary>The number in brackets; where there is none, all that was typed.</summary>
    internal static string? NumberOf(string? typed) => typed is not null && InBrackets().Match(typed) is { Success: true } found ? found.Groups["number"].Value : typed?.Trim();

    [GeneratedRegex(@"[(（](?<number>[^()（）]+)[)）]\s*$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InBrackets();
}
