using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>What a text message was taken to mean.</summary>
/// <param name="Page">Null when it was answered that it fits no page, or more than one.</param>
public sealed record AnsweredMessage(PageId? Page);
