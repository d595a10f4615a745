namespace OnCall.Application.Access.Passwords;

/// <summary>What the directory made of a user name and a password.</summary>
public sealed record DirectoryAnswer
{
    private DirectoryAnswer(DirectoryStatus status, DirectoryPerson? person, string? why) => (Status, Person, Why) = (status, person, why);

    public static DirectoryAnswer Refused { get; } = new(DirectoryStatus.Refused, null, null);

    public static DirectoryAnswer Locked { get; } = new(DirectoryStatus.Locked, null, null);

    public static DirectoryAnswer Expired { get; } = new(DirectoryStatus.Expired, null, null);

    public DirectoryStatus Status { get; }

    /// <summary>Who signed in; null unless known.</summary>
    public DirectoryPerson? Person { get; }

    /// <summary>
    /// The employee number of whom the user name belongs to, so that a refusal can be audited; null where nobody has it or the directory holds no
    /// number. Never for whoever is signing in.
    /// </summary>
    public string? RefusedNo { get; init; }

    /// <summary>For the log and for whoever runs OnCall; null unless unreachable. Holds neither user name nor password.</summary>
    public string? Why { get; }

    public static DirectoryAnswer Known(DirectoryPerson person) => new(DirectoryStatus.Known, person, null);

    public static DirectoryAnswer Unreachable(string why) => new(DirectoryStatus.Unreachable, null, why);
}
