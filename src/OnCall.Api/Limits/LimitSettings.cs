namespace OnCall.Api.Limits;

/// <summary>
/// How much one caller may ask in a minute: <c>OnCall__Limits__*</c>. What was not used is saved up to one minute's worth; 0 means no limit.
/// None of them stands before acknowledging or steering a page, before a page of more than routine urgency, or before a signed webhook.
/// </summary>
public sealed class LimitSettings
{
    /// <summary>Of each API key.</summary>
    public int PerKey { get; set; } = 6000;

    /// <summary>Of each person in a browser or with an access token.</summary>
    public int PerPerson { get; set; } = 1200;

    /// <summary>Of each address (IPv6: each /64) that shows no valid key or session. A ward may share one.</summary>
    public int PerAddress { get; set; } = 1200;

    /// <summary>Tries to sign in from each address. A password costs this machine more than any other request.</summary>
    public int SignInsPerAddress { get; set; } = 120;

    /// <summary>Routine pages of each key or person.</summary>
    public int RoutinePages { get; set; } = 60;

    /// <summary>Links of messages that took nothing, tried from each address. Whatever takes a page passes.</summary>
    public int RefusedLinks { get; set; } = 30;

    internal bool Right => PerKey >= 0 && PerPerson >= 0 && PerAddress >= 0 && SignInsPerAddress >= 0 && RoutinePages >= 0 && RefusedLinks >= 0;
}
