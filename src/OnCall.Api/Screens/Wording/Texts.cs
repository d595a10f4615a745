using System.Globalization;
using Microsoft.AspNetCore.Html;
using OnCall.Api.Auth;
using OnCall.Api.Screens.Wording.Sentences;

namespace OnCall.Api.Screens.Wording;

/// <summary>The words of a screen in its reader's language. A text is asked for by its English.</summary>
internal sealed class Texts
{
    private ScreenLanguage? _language;
    private HttpContext? _request;

    public Texts()
    {
    }

    internal Texts(ScreenLanguage language) => _language = language;

    /// <summary>English for nobody in particular.</summary>
    internal static Texts English { get; } = new(ScreenLanguage.English);

    internal ScreenLanguage Language => _language ??= Choose(_request);

    internal CultureInfo Culture => CultureInfo.GetCultureInfo(Language.Tag);

    /// <summary>A text that is missing in the reader's language is shown in English: better than none.</summary>
    public string this[string english] => TextCatalog.Of(Language).GetValueOrDefault(english, english);

    /// <summary>A text with blanks, <c>{0}</c>, that are filled with these.</summary>
    public string this[string english, params ReadOnlySpan<object?> values] => string.Format(Culture, this[english], values);

    /// <summary>A text that is HTML. What fills its blanks is encoded, unless it is HTML itself.</summary>
    public IHtmlContent Html(string english, params object?[] values) => new HtmlFormattableString(Culture, this[english], values);

    /// <summary>The one text or the other by a number: <c>Many(2, "One open page", "{0} open pages")</c>.</summary>
    public string Many(int count, string one, string many) => this[count == 1 ? one : many, count];

    /// <summary>A sentence that a use case wrote, in English, for people to read.</summary>
    public string Sentence(string english) =>
        TextCatalog.Of(Language).TryGetValue(english, out var known) ? known : SentenceBook.In(Culture, english);

    /// <summary>Names one after another, as this language does.</summary>
    public string List(IEnumerable<string> names) => string.Join(Language == ScreenLanguage.English ? ", " : "、", names);

    /// <summary>The languages go by whoever asks for this screen.</summary>
    internal void For(HttpContext request) => _request = request;

    private static ScreenLanguage Choose(HttpContext? request) => request is null
        ? ScreenLanguage.English
        : ScreenLanguage.For(request.HasCaller() ? request.Caller().Language : null, request.Request.Headers.AcceptLanguage);
}
