using Microsoft.AspNetCore.Http.HttpResults;

namespace OnCall.Api.Auth;

/// <summary>Where a form may send on to: never out of the house, nor to "//elsewhere", nor to what browsers read as that.</summary>
internal static class OwnPath
{
    internal static string Or(string? to, string otherwise) => to is ['/', ..] && RedirectHttpResult.IsLocalUrl(to) ? to : otherwise;
}
