using System.Net;
using AngleSharp.Html.Parser;

namespace OnCall.Api.Tests.OpenId;

/// <summary>A browser on its way: follows redirects, and fills in the provider's forms.</summary>
/// <param name="client">Keeps cookies and follows nothing by itself.</param>
internal sealed class Walk(HttpClient client)
{
    private const int Most = 20;

    /// <summary>What is done to each address before it is opened.</summary>
    public Func<Uri, Uri> Touch { get; set; } = static address => address;

    /// <param name="login">The name that is typed at the provider.</param>
    /// <param name="arrived">Whether this is where the way ends; that address is not opened.</param>
    public async Task<Uri> ToAsync(Uri start, string login, Func<Uri, bool> arrived)
    {
        var address = start;
        for (var i = 0; i < Most; i++)
        {
            address = Touch(address);
            using var answer = await FillInAsync(address, await client.GetAsync(address), login);
            if (answer.Headers.Location is not { } location)
            {
                throw new InvalidOperationException($"{address} leads nowhere: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            address = new Uri(address, location);
            if (arrived(address))
            {
                return address;
            }
        }

        throw new InvalidOperationException("The way has no end.");
    }

    private async Task<HttpResponseMessage> FillInAsync(Uri address, HttpResponseMessage answer, string login)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return answer;
        }

        var form = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(f => f.GetAttribute("name")!, f => f.GetAttribute("value") ?? "", StringComparer.Ordinal);
        if (form.QuerySelector("input[name=login]") is not null)
        {
            (fields["login"], fields["password"]) = (login, "whatever");
        }

        answer.Dispose();
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, form.GetAttribute("action")!), content);
    }
}
