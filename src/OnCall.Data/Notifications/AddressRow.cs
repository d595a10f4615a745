using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>The address that an attempt went to, and the page and the person it was for.</summary>
internal sealed record AddressRow(PageId Page, PersonId? Person, string? Who, ContactMethodId Method, ContactMethodKind Kind, string Address);
