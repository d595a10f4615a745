using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Lists pages, newest first: all of them for a dispatcher or auditor, those of their units for a scoped one, else the caller's own.</summary>
public sealed class ListPages(IPageStore pages, PageAccess access, PageReader reader, RoleFinder roles)
{
    public const int MostItems = 100;

    public async Task<Answer<PageList>> RunAsync(Caller caller, ListPagesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<InputProblem>();
        var open = request.State switch
        {
            null or "" => (bool?)null,
            "open" => true,
            "closed" => false,
            _ => Add<bool?>(problems, "state", "Give open, closed or nothing.", request.State),
        };
        Urgency? urgency = request.Urgency is null or "" ? null
            : UrgencyNames.TryParse(request.Urgency, out var named) ? named
            : Add<Urgency?>(problems, "urgency", "Give one of: code, urgent, critical-result, routine.", request.Urgency);
        PageId? before = request.Cursor is null or "" ? null
            : Guid.TryParse(request.Cursor, out var id) ? new PageId(id)
            : Add<PageId?>(problems, "cursor", "Give the next of the list before, as it was.", request.Cursor);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        Domain.Roles.RoleId? role = null;
        if (request.Role is { Length: > 0 } address)
        {
            var found = await roles.FindAsync(address, cancellationToken);
            if (found.Refusal is { } unknown)
            {
                return unknown;
            }

            role = found.Value!.Id;
        }

        var records = await pages.ListAsync(new PageFilter(open, urgency, role, before, MostItems), cancellationToken);
        var visible = new List<PageRecord>();
        foreach (var record in records)
        {
            if (await access.MayReadAsync(caller, record, cancellationToken))
            {
                visible.Add(record);
            }
        }

        var next = records.Count == MostItems ? records[^1].Page.Id.ToString() : null;
        return new PageList(await reader.ListAsync(visible, cancellationToken), next);
    }

    private static T? Add<T>(List<InputProblem> problems, string field, string message, string? value)
    {
        problems.Add(new InputProblem(field, message, value));
        return default;
    }
}
