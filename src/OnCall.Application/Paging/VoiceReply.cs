using OnCall.Domain.Notifications.Speech;

namespace OnCall.Application.Paging;

/// <summary>What a call says next.</summary>
/// <param name="Words">Said once; where a key is asked for, up to three times.</param>
/// <param name="WhenSilent">Asks for a key, and says this before hanging up when none is pressed. Null: says its words and hangs up.</param>
public sealed record VoiceReply(SpokenLanguage Language, string Words, string? WhenSilent = null);
