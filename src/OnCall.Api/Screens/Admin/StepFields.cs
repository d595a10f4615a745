using System.Globalization;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>A step of a policy, as typed.</summary>
internal sealed class StepFields
{
    public string? Minutes { get; set; }

    public string? Seconds { get; set; }

    public List<TargetFields> Targets { get; set; } = [];

    public string? Acknowledgements { get; set; }

    public string? Repeat { get; set; }

    internal static StepFields Of(StepBody step)
    {
        var (minutes, seconds) = WaitFields.Write(step.WaitSeconds);
        return new()
        {
            Minutes = minutes, Seconds = seconds, Targets = [.. (step.Targets ?? []).Select(TargetFields.Of)],
            Acknowledgements = step.Acknowledgements?.ToString(CultureInfo.InvariantCulture), Repeat = step.Repeat?.ToString(CultureInfo.InvariantCulture),
        };
    }

    internal StepBody ToBody() => new(
        WaitFields.Read(Minutes, Seconds), [.. Targets.Where(t => !t.IsEmpty).Select(t => t.ToBody())], Acknowledgements.Number(), Repeat.Number());
}
