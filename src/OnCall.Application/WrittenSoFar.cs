using System.Runtime.CompilerServices;

namespace OnCall.Application;

/// <summary>
/// Whether anything was written in the course of one request. Where the database goes away between the write and the look at what came of it,
/// whoever asked must not be told that it was not done.
/// </summary>
public static class WrittenSoFar
{
    private static readonly AsyncLocal<StrongBox<bool>?> Course = new();

    /// <summary>Whether something was, since <see cref="Begin"/> was called above this.</summary>
    public static bool Any => Course.Value is { Value: true };

    /// <summary>From here on, and in whatever is called from here, it is noted.</summary>
    public static void Begin() => Course.Value = new StrongBox<bool>();

    /// <summary>Something was committed.</summary>
    public static void Note()
    {
        if (Course.Value is { } course)
        {
            course.Value = true;
        }
    }
}
