using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Wording;

/// <summary>Finds the caller in a page.</summary>
internal static class Me
{
    internal static bool Is(Caller caller, PersonLine person) =>
        person.EmployeeNo is { } number && string.Equals(caller.Key, "person:" + number, StringComparison.OrdinalIgnoreCase);

    internal static bool HasIt(Caller caller, PageView page) => page.Acknowledgements.Any(a => Is(caller, a.Person));

    internal static string? Standing(Caller caller, PageView page) => page.Responders.FirstOrDefault(r => Is(caller, r.Person))?.Standing;
}
