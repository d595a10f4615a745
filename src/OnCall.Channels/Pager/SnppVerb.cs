namespace OnCall.Channels.Pager;

/// <summary>The steps of a session, in their order.</summary>
internal enum SnppVerb
{
    /// <summary>The gateway speaks first.</summary>
    Greeting,
    Login,
    Site,
    Level,
    Alert,
    Hold,
    Page,
    Subject,

    /// <summary>The text on one line.</summary>
    Message,

    /// <summary>Announces a text of several lines.</summary>
    Data,

    /// <summary>Those lines and the final dot.</summary>
    DataText,

    /// <summary>From here on the pager may ring.</summary>
    Send,
}
