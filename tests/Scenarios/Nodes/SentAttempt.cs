using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OnCall.Testing.Providers;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>Which notification an SMS was, and which attempt at it, as its status callback names them.</summary>
internal sealed record SentAttempt(string Notification, int Attempt)
{
    public static SentAttempt Of(ProviderRequest request)
    {
        var query = QueryHelpers.ParseQuery(new Uri(request.Form["StatusCallback"]).Query);
        return new SentAttempt(query["notification"].ToString(), int.Parse(query["attempt"].ToString(), CultureInfo.InvariantCulture));
    }
}
