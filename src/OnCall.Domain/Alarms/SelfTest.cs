using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Who takes part in the page that OnCall sends itself each minute. Role and person come with the schema. The role has no address, so
/// that nobody else can page it, and the person no number that could be typed; lists leave both out.
/// </summary>
public static class SelfTest
{
    private const string Name = "OnCall self-test";

    public static RoleId Role { get; } = new(new Guid("00000000-0000-7000-8000-0000000005e1"));

    /// <summary>The only one on that role, for ever. Their inbox counts as open everywhere, and rings nowhere.</summary>
    public static PersonId Person { get; } = new(new Guid("00000000-0000-7000-8000-0000000005e2"));

    public static Caller Sender { get; } = new("system:self-test", null, Name, []);

    public static Caller Responder { get; } = new(Sender.Key, Person, Name, []);
}
