using OnCall.Api.Description;
using OnCall.Application.Directory;

namespace OnCall.Api.Endpoints.Directory;

/// <summary>What the description of the API says of every endpoint of one sort.</summary>
internal static class Descriptions
{
    internal static RouteHandlerBuilder IsPut<T>(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<T>(StatusCodes.Status200OK)
        .Produces<T>(StatusCodes.Status201Created)
        .TakesJson()
        .Changes()
        .Refuses(ProblemTypes.Forbidden, ProblemTypes.ChangedMeanwhile);

    internal static RouteHandlerBuilder IsRead<T>(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<T>(StatusCodes.Status200OK)
        .Refuses(ProblemTypes.Forbidden);

    /// <summary>A part of a list, read on by its cursor.</summary>
    internal static RouteHandlerBuilder IsList<T>(this RouteHandlerBuilder endpoint) => endpoint
        .IsRead<ListOf<T>>()
        .Refuses(ProblemTypes.InvalidParameter, ProblemTypes.InvalidInput);
}
