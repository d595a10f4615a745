using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/people</c>.</summary>
internal static class PersonEndpoints
{
    internal static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people.MapPut("/{employeeNo}", PutAsync).WithSummary("Create or change a person").IsPut<PersonView>().Refuses(ProblemTypes.LastAdministrator);
        people.MapGet("/{employeeNo}", FindAsync).WithSummary("Read a person").IsRead<PersonView>().Refuses(ProblemTypes.UnknownPerson);
        people.MapGet("", ListAsync).WithSummary("List the people whose records the caller may see").IsList<PersonView>();
    }

    private static async Task<IResult> PutAsync(HttpContext context, string employeeNo, PutPersonRequest body, PutPerson put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("employeeNo", employeeNo, body.EmployeeNo) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { EmployeeNo = employeeNo }, cancellationToken)).ToResult(p => "/api/v1/people/" + Uri.EscapeDataString(p.EmployeeNo));

    private static async Task<IResult> FindAsync(HttpContext context, string employeeNo, ReadPeople read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), employeeNo, cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadPeople read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();
}
