namespace OnCall.Application.Readiness;

/// <summary>What is known of a contact method by what last worked.</summary>
public enum MethodProof
{
    /// <summary>Nothing has worked within 7 days.</summary>
    None,

    /// <summary>Its provider took something for it. Whether that arrived is not known.</summary>
    Taken,

    /// <summary>The provider said that something arrived, or its person typed in a code that was sent there.</summary>
    Reached,

    /// <summary>Its person answered a test on it.</summary>
    Answered,
}
