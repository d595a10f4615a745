using OnCall.Application.Rosters.Shifts;

namespace OnCall.Api.Screens.Rota;

/// <summary>What the form of a shift posts.</summary>
internal sealed class ShiftForm
{
    public string? Role { get; set; }

    /// <summary>An employee number, or a name with the number in brackets.</summary>
    public string? Person { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public int? Tier { get; set; }

    public string? Label { get; set; }

    /// <summary>What was typed when its warnings were read: another shift is warned of anew.</summary>
    public string? Read { get; set; }

    internal string Written => string.Join('|', Role, Person, From, To, Tier, Label);

    internal AddShiftRequest ToRequest() => new(Role, ChosenPerson.NumberOf(Person), From, To, Tier, Label);
}
