using FluentValidation.Results;

namespace OnCall.Application;

/// <summary>Turns what a validator found into a refusal that names every field.</summary>
public static class ValidationAnswers
{
    public static Refusal ToRefusal(this ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Refusal.Invalid([.. result.Errors.Select(e => new InputProblem(CamelCase(e.PropertyName), e.ErrorMessage))]);
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part));
}
