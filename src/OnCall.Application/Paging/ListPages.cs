using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Paging;

/// <summary>Lists pages, newest first: all of them for a dispatcher or auditor, those of their units for a scoped one, else the caller's own.</summary>
public sealed class ListPages(IPageStore pages, PageAccess access, PageReader reader, RoleFinder roles, RecordReads reads)
{
    public const int MostItems = 100;

    public async Task<Answer<PageList>> RunAsync(Caller caller, ListPagesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var (filter, problems) = PageFilterForm.Read(request, MostItems);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        if (request.Role is { Length: > 0 } address)
        {
            var found = await roles.FindAsync(address, cancellationToken);
            if (found.Refusal is { } unknown)
            {
                return unknown;
            }

            filter = filter with { Role = found.Value!.Id };
        }

        var records = await pages.ListAsync(filter, cancellationToken);
        var visible = new List<PageRecord>();
        foreach (var record in records)
        {
            if (await access.MayReadAsync(caller, record, cancellationToken))
            {
                visible.Add(record);
            }
        }

        await reads.NoteAsync(caller, visible.Select(r => r.Page.Id));
        var next = records.Count == MostItems ? records[^1].Page.Id.ToString() : null;
        return new PageList(await reader.ListAsync(visible, cancellationToken), next);
    }
}
