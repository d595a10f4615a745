using Microsoft.OpenApi;
using OnCall.Api.Description;

namespace OnCall.Api.Composition;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, OpenAPI 3.1.</summary>
internal static class OpenApi
{
    internal static void AddOnCallOpenApi(this IServiceCollection services) => services.AddSingleton<BodyExamples>().AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.AddOperationTransformer<OperationExamples>();
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "OnCall";
            document.Info.Description = "Pages a role, reaches whoever is on shift, and escalates until a human takes it.";
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
