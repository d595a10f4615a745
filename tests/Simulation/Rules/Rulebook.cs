using NodaTime;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Every rule that a run is held to.</summary>
internal static class Rulebook
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NothingBreaks(),
        new NoPageIsLost(),
        new WhatIsToldAsNotSentIsNot(),
        new NoPageEndsInSilence(),
        new StepsComeInTime(),
        new TheDeskHasItInTime(),
        new OnlyThoseOnShiftArePaged(),
        new TheIncomingArePaged(),
        new TheOutgoingAreTold(),
        new AnUncoveredRoleIsNotSwallowed(),
        new NoStepWaitsForTheUnreachable(),
        new OnlyRespondersAcknowledge(),
        new EveryAcknowledgementWasGiven(),
        new NoAcknowledgementIsLost(),
        new AFailedChannelMovesOn(),
        new NothingRingsAfterTheAcknowledgement(),
        new EveryoneAskedIsTold(),
        new NoPatientDataLeaves(),
        new WhatIsDueGoesOut(),
        new ADuplicateIsARepeat(),
        new AnOutageIsTold(),
        new WhoHasItIsAskedInTime(),
        new TheFirstChannelIsNotPutOff(),
    ];

    /// <summary>What the run broke, the earliest first.</summary>
    public static IReadOnlyList<Violation> Judge(Sight sight)
    {
        var allowed = new Allowance(sight);
        return [.. All.SelectMany(rule => rule.Check(sight, allowed)).OrderBy(v => v.At)];
    }
}
