namespace OnCall.Application.Directory;

/// <summary>Looks again when somebody else wrote the same thing first.</summary>
internal static class Raced
{
    private const int Attempts = 3;

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
