using Microsoft.OpenApi;
using OnCall.Api.Description;

namespace OnCall.Api.Composition;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, OpenAPI 3.1.</summary>
internal static class OpenApi
{
    private const string Version = "v1";

    internal static void MapDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().Add(endpoint => endpoint.RequestDelegate = OfThisVersion(Once(endpoint.RequestDelegate!)));

    // The framework answers to another name in plain text, and repeats it.
    private static RequestDelegate OfThisVersion(RequestDelegate write) => context =>
    {
        if (string.Equals(context.GetRouteValue("documentName") as string, Version, StringComparison.Ordinal))
        {
            return write(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    // The same for everybody, as long as the program runs; to make it takes a processor a fifth of a second, and nobody signs in for it.
    private static RequestDelegate Once(RequestDelegate write)
    {
        byte[]? made = null;
        return async context =>
        {
            if (made is not { } document)
            {
                var body = context.Response.Body;
                using var kept = new MemoryStream();
                context.Response.Body = kept;
                try
                {
                    await write(context);
                }
                finally
                {
                    context.Response.Body = body;
                }

                made = document = kept.ToArray();
            }

            context.Response.ContentType = "application/json;charset=utf-8";
            context.Response.ContentLength = document.Length;
            await context.Response.Body.WriteAsync(document, context.RequestAborted);
        };
    }

    internal static void AddOnCallOpenApi(this IServiceCollection services) => services.AddSingleton<BodyExamples>().AddOpenApi(Version, o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.AddOperationTransformer<OperationExamples>();
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "OnCall";
            document.Info.Description = "Pages a role, reaches whoever is on shift, and escalates until a human takes it.";

            // The framework would repeat whatever host the request names.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key of a person or an integration; where the hospital has set it so, an access token (JWT) of a person from its OpenID Connect provider.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
