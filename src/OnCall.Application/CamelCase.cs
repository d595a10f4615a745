namespace OnCall.Application;

/// <summary>How names of members are written outside: <c>ShiftEnded</c> as <c>shiftEnded</c>, each part of a path by itself.</summary>
public static class CamelCase
{
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('.', path.Split('.').Select(part => part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part));
    }
}
