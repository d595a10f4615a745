using OnCall.Domain.Directory;

namespace OnCall.Domain.Notifications;

/// <summary>
/// By what a person can be expected to be reached: verified contact methods whose channel is configured. The inbox is not among them,
/// since it reaches only while a screen of theirs is open.
/// </summary>
public static class WorkingMethods
{
    /// <param name="works">Whether a kind's channel is configured.</param>
    public static IReadOnlySet<ContactMethodKind> Of(Person person, Func<ContactMethodKind, bool> works)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.ContactMethods.Where(m => m.Counts && m.Kind != ContactMethodKind.InApp && works(m.Kind)).Select(m => m.Kind).ToHashSet();
    }
}
