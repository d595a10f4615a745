using System.Text.RegularExpressions;
using FluentValidation;
using NodaTime;

namespace OnCall.Application.Directory;

/// <summary>Rules that several inputs of the directory share.</summary>
internal static partial class DirectoryRules
{
    internal const int LongestName = 200;
    internal const int MostContactMethods = 20;
    internal const int LongestPosition = 100;
    internal const int HighestRank = 99;

    internal static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Give a name.")
        .MaximumLength(LongestName).WithMessage($"At most {LongestName} characters.")
        .Must(n => !n!.Any(char.IsControl)).WithMessage("A name holds no line breaks or control characters.");

    internal static IRuleBuilderOptions<T, string?> IsPosition<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(p => p is null || (p.Length is > 0 and <= LongestPosition && !string.IsNullOrWhiteSpace(p) && !p.Any(char.IsControl)))
        .WithMessage($"A position is 1 to {LongestPosition} characters, without line breaks.");

    internal static IRuleBuilderOptions<T, int?> IsRank<T>(this IRuleBuilder<T, int?> rule) => rule
        .Must(r => r is null or (>= 1 and <= HighestRank))
        .WithMessage($"A rank is 1 to {HighestRank}, the higher the more senior.");

    internal static IRuleBuilderOptions<T, string?> IsSlug<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(c => c is { Length: <= 100 } && Slug().IsMatch(c))
        .WithMessage("A code is letters and digits, joined by single dashes, dots or underscores; at most 100 characters.");

    internal static IRuleBuilderOptions<T, string?> IsEmployeeNo<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(n => n is { Length: <= 64 } && Number().IsMatch(n))
        .WithMessage("An employee number is letters, digits, dashes, dots and underscores; at most 64 characters.");

    internal static IRuleBuilderOptions<T, string?> IsTimeZone<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(z => z is null || DateTimeZoneProviders.Tzdb.Ids.Contains(z))
        .WithMessage("Name a zone of the IANA database, such as Europe/Brussels.");

    internal static IRuleBuilderOptions<T, string?> IsLanguage<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(l => l is null || (l.Length <= 16 && Language().IsMatch(l)))
        .WithMessage("Write a BCP 47 language tag, such as en, ja or zh-Hans.");

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{N}]+([-._][\p{L}\p{M}\p{N}]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Language();
}
