using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using OnCall.Application;

namespace OnCall.Api.Screens;

/// <summary>A screen that only says something, with one way on.</summary>
internal sealed record Notice(string Title, string Detail, string Href, string Link)
{
    internal static Notice Of(Refusal refusal) => new(refusal.Title, refusal.Detail, "/", "Back to your inbox");

    internal ViewResult Result(int status) => new()
    {
        ViewName = "/Screens/Shared/Notice.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<Notice>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
