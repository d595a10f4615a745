using FluentValidation;

namespace OnCall.Application.Directory;

/// <summary>Looks again when somebody else wrote the same thing first.</summary>
internal static class Raced
{
    private const int Attempts = 3;

    /// <summary>The same for a request that is right in itself; any other is refused with every field named.</summary>
    internal static async Task<Answer<T>> RetryAsync<TRequest, T>(IValidator<TRequest> validator, TRequest request, Func<Task<Answer<T>?>> attempt) =>
        validator.Validate(request) is { IsValid: false } wrong ? wrong.ToRefusal() : await RetryAsync(attempt);

    /// <param name="attempt">Answers null when its write was raced.</param>
    internal static async Task<Answer<T>> RetryAsync<T>(Func<Task<Answer<T>?>> attempt)
    {
        for (var i = 0; i < Attempts; i++)
        {
            if (await attempt() is { } answer)
            {
                return answer;
            }
        }

        return DirectoryProblems.Busy();
    }
}
