using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A text message as its reader understood it.</summary>
/// <param name="From">The sender's number in E.164 form, as the signed webhook gave it.</param>
/// <param name="Reference">The page it names, or null.</param>
/// <param name="Takes">True for yes, false for no, null for words.</param>
/// <param name="Words">What else it says, without the reference.</param>
/// <param name="MessageId">The provider's id of the message: the same one delivered again has the same. Null when it has none.</param>
public sealed record SmsAnswer(string From, PageReference? Reference, bool? Takes, string Words, string? MessageId = null);
