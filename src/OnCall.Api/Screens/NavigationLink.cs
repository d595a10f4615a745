namespace OnCall.Api.Screens;

/// <summary>A way to a screen.</summary>
/// <param name="Icon">Its drawing in <c>icons.svg</c>; null for a link in the menu.</param>
internal sealed record NavigationLink(string Href, string Label, string? Icon = null)
{
    /// <summary>Whether a screen at that path stands under this link.</summary>
    internal bool IsAt(string? path) =>
        path is not null
        && (string.Equals(path, Href, StringComparison.OrdinalIgnoreCase)
            || (Href != "/" && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase)));
}
