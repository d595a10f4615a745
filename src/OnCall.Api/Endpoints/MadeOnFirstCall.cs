namespace OnCall.Api.Endpoints;

/// <summary>
/// Maps as the framework does, by the names that it has, but leaves the code that binds a request until the endpoint is called for
/// the first time: made for all of them at the start it costs a node at rest 2 MiB. What an endpoint says about itself (routes,
/// access, content types, the description of the API) is read at the start as ever, and so are most mistakes in its parameters.
/// </summary>
internal static class MadeOnFirstCall
{
    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];
    private static readonly string[] Put = [HttpMethods.Put];
    private static readonly string[] Delete = [HttpMethods.Delete];

    internal static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, handler, Get);

    internal static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, handler, Post);

    internal static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, handler, Put);

    internal static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        Map(routes, pattern, handler, Delete);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler, string[] methods) =>
        RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, Later);

    // What was inferred is not kept: it holds the expressions of every parameter.
    private static RequestDelegateResult Later(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? inferred)
    {
        // The mode keeps no failure: one at the first call must not close the endpoint for ever.
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options).RequestDelegate, LazyThreadSafetyMode.PublicationOnly);
        return new(context => made.Value(context), inferred?.EndpointMetadata ?? []);
    }
}
