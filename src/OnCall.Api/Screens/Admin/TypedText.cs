using System.Globalization;
using OnCall.Api.Screens.Wording;
using OnCall.Application;

namespace OnCall.Api.Screens.Admin;

/// <summary>Reads what people type into forms.</summary>
internal static class TypedText
{
    /// <summary>Null where nothing but space is typed.</summary>
    internal static string? Filled(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Null where nothing is typed. What is no whole number becomes -1, which is in the range of no field, so that it is refused in the field's own words.</summary>
    internal static int? Number(this string? text) =>
        text.Filled() is not { } typed ? null
        : int.TryParse(typed.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    /// <summary>A new thing would take the place of one that is there.</summary>
    internal static Refusal Taken(Texts t, string field, string? value) => Refusal.Invalid(new InputProblem(field, t["There is one already. Choose another, or change that one."], value));
}
