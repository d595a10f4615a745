namespace OnCall.Api.Auth.Accounts;

/// <summary>Where the next step of signing in is taken.</summary>
internal static class NextSteps
{
    /// <param name="step">What comes next.</param>
    /// <param name="to">Where whoever is in goes on to.</param>
    internal static string Path(this NextStep step, string to) => step switch
    {
        NextStep.In => to,
        NextStep.Code => "/sign-in/code",
        NextStep.Enrol => "/sign-in/authenticator",
        NextStep.Passkey => "/sign-in",
    };
}
