using System.Net;
using System.Text.Json;
using OnCall.Api.Tests.Description;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests;

/// <summary>What every problem answer must be.</summary>
internal static class ProblemAssert
{
    /// <summary>Problem details of that status and type, with nothing of the inside in them.</summary>
    internal static async Task<JsonElement> IsAsync(HttpStatusCode status, string slug, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        var problem = await answer.ReadAsync();
        Assert.Equal("urn:oncall:problem:" + slug, problem.Text("type"));
        Assert.Equal((int)status, problem.At("status").GetInt32());
        Assert.NotEmpty(problem.Text("title")!);
        Assert.NotEmpty(problem.Text("detail")!);
        await ToldProblems.IsToldAsync(answer, (int)status, slug);
        return problem;
    }

    /// <summary>422 that names exactly these fields.</summary>
    internal static async Task NamesAsync(HttpResponseMessage answer, params string[] fields)
    {
        var problem = await IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", answer);
        Assert.Equal(fields, problem.At("errors").EnumerateArray().Select(e => e.Text("field")!));
        Assert.All(problem.At("errors").EnumerateArray(), e => Assert.NotEmpty(e.Text("message")!));
    }
}
