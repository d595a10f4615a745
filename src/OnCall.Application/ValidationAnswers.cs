using FluentValidation.Results;

namespace OnCall.Application;

/// <summary>Turns what a validator found into a refusal that names every field.</summary>
public static class ValidationAnswers
{
    public static Refusal ToRefusal(this ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Refusal.Invalid([.. result.Errors.Select(e => new InputProblem(CamelCase.Of(e.PropertyName), e.ErrorMessage))]);
    }
}
