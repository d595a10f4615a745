using FluentValidation;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Application.Directory;

/// <summary>A person says which language they read: on screens, in messages, on the telephone.</summary>
public sealed class ChooseLanguage(IDirectoryReads directory, IPersonStore people, IKeyCache keys, IClock clock)
{
    private static readonly LanguageValidator Validator = new();

    /// <param name="language">BCP 47 tag; null or empty for whatever the browser asks for.</param>
    public async Task<Answer<string?>> RunAsync(Caller caller, string? language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var chosen = string.IsNullOrWhiteSpace(language) ? null : language.Trim();
        if (caller.Person is not { } id || (await directory.PeopleAsync([id], cancellationToken)).FirstOrDefault() is not { } person)
        {
            return Refusal.Forbidden("An integration reads no screens.");
        }

        if (Validator.Validate(new Choice(chosen)) is { IsValid: false } invalid)
        {
            return invalid.ToRefusal();
        }

        if (chosen != person.Language)
        {
            var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "person.language", "person:" + person.EmployeeNo, new { language = chosen });
            await people.SaveLanguageAsync(id, chosen, audit, cancellationToken);
            keys.Empty();
        }

        return chosen;
    }

    private sealed record Choice(string? Language);

    private sealed class LanguageValidator : AbstractValidator<Choice>
    {
        public LanguageValidator() => RuleFor(c => c.Language).IsLanguage();
    }
}
