namespace OnCall.Simulation.Tests.Life;

/// <summary>The words that may never leave the building.</summary>
internal static class Patient
{
    public const string Name = "CANARY-Jansen";
    public const string Ward = "CANARY-bed-4";
    public const string Number = "CANARY-4711";
    public const string Reply = "CANARY-reply";
    public const string Mark = "CANARY";
}
