using Microsoft.AspNetCore.Mvc;

namespace OnCall.Api.Description;

/// <summary>What endpoints say of themselves for the description of the API.</summary>
internal static class Describing
{
    internal const string ProblemJson = "application/problem+json";

    /// <summary>Names every way in which the endpoints may refuse, in the words of <see cref="ProblemTypes"/>.</summary>
    internal static T Refuses<T>(this T endpoints, params ProblemType[] types)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(Refusals(types));

    /// <summary>What an endpoint carries that may refuse so.</summary>
    internal static object[] Refusals(params ProblemType[] types) =>
        [new RefusesMetadata(types), .. types.Select(t => t.Status).Distinct().Select(s => new ProducesResponseTypeMetadata(s, typeof(ProblemDetails), [ProblemJson]))];

    /// <summary>Reads a JSON body, which may be broken, too large, of another kind, or hold what cannot be taken.</summary>
    internal static T TakesJson<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.Refuses(
        ProblemTypes.BrokenJson, ProblemTypes.UnreadableRequest, ProblemTypes.BodyTooLarge, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidInput);

    /// <summary>Changes something: by session it wants the token of a screen.</summary>
    internal static T Changes<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.Refuses(ProblemTypes.ForgedRequest);
}
