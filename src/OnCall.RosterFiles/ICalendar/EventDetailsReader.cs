using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads role, people, tier and label of an event, or says by line why not.</summary>
internal sealed class EventDetailsReader(EventFields fields, RosterReadingOptions options, RosterProblems problems)
{
    private const int LongestRole = 200;
    private const int LongestLabel = 100;
    private const int LongestTier = 100;

    private readonly EventText _text = new(problems);
    private readonly EventPeople _people = new(fields, problems);
    private bool _toldOfRole;

    public EventDetails? Read(Component from)
    {
        var role = Role(from);
        var people = _people.Read(from);
        var tier = Tier(from);
        var label = Label(from);
        return role is null || people is null || tier is null || label.IsBad ? null : new EventDetails(role, people, tier.Value, label.Value);
    }

    private string? Role(Component from)
    {
        if (fields.Role is { } mapped)
        {
            var (text, isBad) = _text.Read(from, mapped, LongestRole);
            if (text is null && !isBad)
            {
                problems.Error(from.Line, mapped, "missing-value", $"{mapped} is empty, and it names the role. Every shift needs it.");
            }

            return text;
        }

        if (options.Role is { } role)
        {
            return role;
        }

        var own = _text.Read(from, EventFields.OwnRole, LongestRole);
        if (own is { Value: null, IsBad: false } && !_toldOfRole)
        {
            _toldOfRole = true;
            problems.Error(from.Line, "", "missing-role", "The calendar does not say which role this is about. Say which role it is, or which property names the role: LOCATION, CATEGORIES or SUMMARY.");
        }

        return own.Value;
    }

    private int? Tier(Component from)
    {
        var (text, isBad) = _text.Read(from, fields.Tier, LongestTier);
        var tier = isBad ? null : TierText.Read(text ?? "");
        if (tier is null && !isBad)
        {
            problems.Error(from.Property(fields.Tier)!.Line, fields.Tier, "unknown-tier", TierText.Advice, text);
        }

        return tier;
    }

    private (string? Value, bool IsBad) Label(Component from)
    {
        if (fields.Label is { } mapped)
        {
            return _text.Read(from, mapped, LongestLabel);
        }

        var own = _text.Read(from, EventFields.OwnLabel, LongestLabel);
        return own.Value is not null || own.IsBad ? own : _text.Read(from, "CATEGORIES", LongestLabel);
    }
}
