namespace OnCall.Api.Screens.Wording;

/// <summary>What a responder answered. The replies that every page offers are told in the reader's language, all others as they were written.</summary>
internal static class ReplyText
{
    internal static string Of(Texts t, string reply) => reply switch
    {
        "On my way" => t["On my way"],
        "Call me" => t["Call me"],
        "10 minutes" => t["10 minutes"],
        _ => reply,
    };
}
