namespace OnCall.Api.Endpoints.Directory;

/// <summary>A role's code as part of a path.</summary>
internal static class RoleInPath
{
    /// <summary>Clients may send a slash of the code escaped; servers leave exactly that escape standing.</summary>
    internal static string Read(string code) => code.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    internal static string Of(string code) => "/api/v1/roles/" + string.Join('/', code.Split('/').Select(Uri.EscapeDataString));
}
