namespace OnCall.Api.Endpoints.Directory;

/// <summary>What the description of the API says of every endpoint of one sort.</summary>
internal static class Descriptions
{
    internal static RouteHandlerBuilder IsPut<T>(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<T>(StatusCodes.Status200OK)
        .Produces<T>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static RouteHandlerBuilder IsRead<T>(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<T>(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status403Forbidden);
}
