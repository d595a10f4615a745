namespace OnCall.Api.Screens;

/// <summary>Marks an endpoint that only says: there is a screen here, and it is open to whoever is not signed in.</summary>
internal sealed class OpenScreen
{
    private OpenScreen()
    {
    }

    internal static OpenScreen Mark { get; } = new();
}
