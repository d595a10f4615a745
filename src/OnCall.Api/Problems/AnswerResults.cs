using OnCall.Application;

namespace OnCall.Api.Problems;

/// <summary>Answers of use cases as HTTP: 200, 201 when something was made, else the refusal as problem details.</summary>
internal static class AnswerResults
{
    /// <param name="answer">What the use case said.</param>
    /// <param name="location">Where the thing can be read from now on; sent with 201.</param>
    internal static IResult ToResult<T>(this Answer<T> answer, Func<T, string>? location = null)
    {
        if (!answer.Ok)
        {
            return Problem.From(answer.Refusal);
        }

        return answer.IsNew
            ? TypedResults.Created(location?.Invoke(answer.Value), answer.Value)
            : TypedResults.Ok(answer.Value);
    }

    /// <summary>204 when it was done.</summary>
    internal static IResult ToNoContent<T>(this Answer<T> answer) =>
        answer.Ok ? TypedResults.NoContent() : Problem.From(answer.Refusal);
}
