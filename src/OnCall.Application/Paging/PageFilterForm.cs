using OnCall.Application.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Reads which pages a caller asks for; the role is looked up elsewhere.</summary>
internal static class PageFilterForm
{
    public static (PageFilter Filter, IReadOnlyList<InputProblem> Problems) Read(ListPagesRequest request, int limit)
    {
        var problems = new List<InputProblem>();
        return (new PageFilter(State(request.State), UrgencyOf(request.Urgency), null, Before(request.Cursor), limit, AtDesk(request.AtDesk)), problems);

        PageState? State(string? text) => string.IsNullOrEmpty(text) ? null
            : Written.TryRead<PageState>(text, out var state) ? state
            : Add<PageState?>("state", $"Give one of: {Written.All<PageState>()}; or leave it out.", text);

        Urgency? UrgencyOf(string? text) => string.IsNullOrEmpty(text) ? null
            : UrgencyNames.TryParse(text, out var urgency) ? urgency
            : Add<Urgency?>("urgency", "Give one of: code, urgent, critical-result, routine.", text);

        PageId? Before(string? text) => string.IsNullOrEmpty(text) ? null
            : Guid.TryParse(text, out var id) ? new PageId(id)
            : Add<PageId?>("cursor", "Give the next of the list before, as it was.", text);

        bool? AtDesk(string? text) => string.IsNullOrEmpty(text) ? null
            : bool.TryParse(text, out var atDesk) ? atDesk
            : Add<bool?>("atDesk", "Give true or false, or leave it out.", text);

        T? Add<T>(string field, string message, string value)
        {
            problems.Add(new InputProblem(field, message, value));
            return default;
        }
    }
}
