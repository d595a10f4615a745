namespace OnCall.Channels.Pager;

/// <summary>One reply of the gateway. Its words may quote the pager's number, so only the code goes further.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Text">The words of its last line.</param>
internal readonly record struct SnppReply(int Code, string Text)
{
    internal SnppReplyClass Class => (Code / 100) switch
    {
        2 => SnppReplyClass.Success,
        3 => SnppReplyClass.MoreWanted,
        4 => SnppReplyClass.FatalFailure,
        5 => SnppReplyClass.Failure,
        7 => SnppReplyClass.TwoWayFailure,
        8 => SnppReplyClass.TwoWayDelivered,
        9 => SnppReplyClass.TwoWayQueued,
        _ => SnppReplyClass.Unknown,
    };

    /// <summary>A two-way gateway's own number of the message; null elsewhere.</summary>
    internal string? MessageTag => Class is SnppReplyClass.TwoWayDelivered or SnppReplyClass.TwoWayQueued
        && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var tag, ..] && tag.All(char.IsAsciiLetterOrDigit) ? tag : null;
}
