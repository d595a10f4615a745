using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OnCall.Api.Endpoints.Rosters;

namespace OnCall.Api.Description;

/// <summary>Puts into each operation an example of its parameters, bodies and answers, and every way in which it refuses.</summary>
internal sealed class OperationExamples(BodyExamples bodies) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, JsonNode> OfStreams = new(StringComparer.Ordinal)
    {
        ["text/event-stream"] = "event: snapshot\ndata: {\"items\":[],\"next\":null}\n\n",
        ["text/plain"] = "# HELP oncall_pages_open Open pages of the installation.\n# TYPE oncall_pages_open gauge\noncall_pages_open{urgency=\"code\"} 0\n",
        ["text/calendar"] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//OnCall//OnCall roster//EN\r\nBEGIN:VEVENT\r\nUID:9f2c4e@oncall\r\nSEQUENCE:0\r\nDTSTAMP:20261123T090000Z\r\nDTSTART:20261123T070000Z\r\nDTEND:20261123T190000Z\r\nSUMMARY:Cardiology – duty physician (Day)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        ["text/csv"] = "Role,Employee no,Name,Start,End,Tier,Shift\r\nCardiology – duty physician,N1001,Ada Okafor,2026-11-23 08:00,2026-11-23 20:00,1,Day\r\n",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "(a workbook with the same columns)",
        ["text/html"] = "<!doctype html>\n<html lang=\"en\">…</html>\n\n<!-- oncall-export-1 key=… signature=… -->\n",
        ["text/xml"] = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Response><Message>#A1B2: you have it.</Message></Response>",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        var about = context.Description;
        DescribeParameters(operation, about);
        DescribeBody(operation, about);
        DescribeAnswers(operation, about);
        DescribeProblems(operation, about);
        if (about.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }

        return Task.CompletedTask;
    }

    private static void DescribeParameters(OpenApiOperation operation, ApiDescription about)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (ParameterExamples.Of(about.RelativePath ?? "", parameter.Name ?? "") is { } known)
            {
                parameter.Description ??= known.Means;
                parameter.Example ??= known.Example.DeepClone();
            }
        }
    }

    private void DescribeBody(OpenApiOperation operation, ApiDescription about)
    {
        var type = about.ParameterDescriptions.FirstOrDefault(p => p.Source.Id is "Body" or "Form")?.Type
            ?? about.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().LastOrDefault()?.RequestType;
        foreach (var (kind, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
        {
            content.Example ??= kind == "multipart/form-data" ? UploadForm.Example() : type is null ? null : Lean(bodies.Of(type));
        }
    }

    // What may be left out of a request is left out.
    private static JsonNode? Lean(JsonNode? body)
    {
        foreach (var (name, value) in (body as JsonObject)?.ToList() ?? [])
        {
            if (value is null)
            {
                body!.AsObject().Remove(name);
            }

            Lean(value);
        }

        foreach (var item in body as JsonArray ?? [])
        {
            Lean(item);
        }

        return body;
    }

    private void DescribeAnswers(OpenApiOperation operation, ApiDescription about)
    {
        foreach (var answer in about.SupportedResponseTypes)
        {
            var status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses?.TryGetValue(status, out var response) != true || response?.Content is not { } contents)
            {
                continue;
            }

            foreach (var (kind, content) in contents.Where(c => c.Key != Describing.ProblemJson))
            {
                content.Example ??= OfStreams.TryGetValue(kind.Split(';')[0], out var text) ? text.DeepClone() : answer.Type is null ? null : bodies.Of(answer.Type);
            }
        }
    }

    private static void DescribeProblems(OpenApiOperation operation, ApiDescription about)
    {
        var types = about.ActionDescriptor.EndpointMetadata.OfType<RefusesMetadata>().SelectMany(m => m.Types).Distinct();
        foreach (var ofStatus in types.GroupBy(t => t.Status))
        {
            var status = ofStatus.Key.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses?[status] is OpenApiResponse response && response.Content?.TryGetValue(Describing.ProblemJson, out var content) == true)
            {
                response.Description = string.Join(' ', ofStatus.Select(t => $"{t.Title} ({t.Slug})."));
                content.Examples = ofStatus.ToDictionary(
                    t => t.Slug, IOpenApiExample (t) => new OpenApiExample { Summary = t.Title, Value = t.Example() }, StringComparer.Ordinal);
            }
        }
    }
}
