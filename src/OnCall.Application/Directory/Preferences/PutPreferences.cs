using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Directory.Preferences;

/// <summary>A person says, and reads, by what they want to be asked first. Nobody can make themselves harder to reach for a code.</summary>
public sealed class PutPreferences(IDirectoryReads directory, IPersonStore people, PreferencePlans plans, IClock clock)
{
    private static readonly PutPreferencesValidator Validator = new();

    private static readonly Refusal NotAPerson = Refusal.Forbidden("An integration has no contact methods.");

    public async Task<Answer<PreferencesView>> ReadAsync(Caller caller, CancellationToken cancellationToken) =>
        await SelfAsync(caller, cancellationToken) is { } self ? plans.Show(self) : NotAPerson;

    public async Task<Answer<PreferencesView>> RunAsync(Caller caller, PutPreferencesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await SelfAsync(caller, cancellationToken) is not { } self)
        {
            return NotAPerson;
        }

        if (Validator.Validate(request) is { IsValid: false } invalid)
        {
            return invalid.ToRefusal();
        }

        var (preferences, problems) = PreferenceForm.Read(request.Preferences!, self.ContactMethods);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var detail = new { preferences = DirectoryAudit.Masked(PreferenceView.Of(preferences)) };
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "person.preferences", "person:" + self.EmployeeNo, detail);
        await people.SavePreferencesAsync(self.Id, preferences, audit, cancellationToken);
        return plans.Show(self with { Preferences = preferences });
    }

    private async Task<Person?> SelfAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is { } person ? (await directory.PeopleAsync([person], cancellationToken)).FirstOrDefault() : null;
    }
}
