namespace OnCall.Api.Auth;

/// <summary>Which screens are open.</summary>
internal static class OpenScreens
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    internal static void MapOpenScreens(this IEndpointRouteBuilder routes, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            routes.MapMethods(path, Methods, NotFound).AllowAnonymous().WithMetadata(Screens.OpenScreen.Mark).ExcludeFromDescription();
        }
    }

    // Never reached: the screens take it before.
    private static IResult NotFound() => TypedResults.NotFound();
}
