using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>What people do on the screens, and what they read there.</summary>
internal static class Steps
{
    /// <summary>Fills in the form to page Cardiology and sends it; answers the page's own screen.</summary>
    internal static async Task<IHtmlDocument> PageCardiologyAsync(this Browser browser, string urgency = "Urgent", params (string Label, string Value)[] more)
    {
        var form = await browser.OpenAsync("/page");
        var screen = await browser.PressAsync(form, "Send the page", [("Role", Ward.Role), (urgency, ""), .. more]);
        Assert.StartsWith("/pages/", browser.Path, StringComparison.Ordinal);
        return screen;
    }

    /// <summary>The field with that selector.</summary>
    internal static T Field<T>(this IHtmlDocument screen, string selector)
        where T : class, IElement => Assert.IsType<T>(screen.QuerySelector(selector), exactMatch: false);

    internal static string Reference(this IHtmlDocument page) => page.QuerySelector("h1 .ref")!.TextContent;

    /// <summary>What a reader sees, with every run of white space as one space.</summary>
    internal static string Words(this IParentNode part) =>
        string.Join(' ', ((part as IHtmlDocument)?.QuerySelector("main") ?? (INode)part).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static string State(this IHtmlDocument page) => page.QuerySelector(".state.big")!.TextContent.Trim();
}
