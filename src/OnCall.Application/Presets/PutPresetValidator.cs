using FluentValidation;
using OnCall.Application.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;

namespace OnCall.Application.Presets;

internal sealed class PutPresetValidator : AbstractValidator<PutPresetRequest>
{
    private const int LongestBody = 4000;

    public PutPresetValidator()
    {
        RuleFor(p => p.Code).IsSlug();
        RuleFor(p => p.Name)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Give a name.")
            .MaximumLength(Preset.LongestName).WithMessage($"At most {Preset.LongestName} characters.")
            .Must(IsOneLine).WithMessage("A name holds no line breaks or control characters.");
        RuleFor(p => p.Urgency)
            .Must(u => UrgencyNames.TryParse(u, out var urgency) && urgency != Urgency.Routine)
            .WithMessage("Give one of: code, urgent, critical-result.");
        RuleFor(p => p.Subject)
            .MaximumLength(Preset.LongestSubject).WithMessage($"At most {Preset.LongestSubject} characters.")
            .Must(IsOneLine).WithMessage("A subject holds no line breaks or control characters.");
        RuleFor(p => p.Body).MaximumLength(LongestBody).WithMessage($"At most {LongestBody} characters.");
        RuleFor(p => p.Roles)
            .Must(r => r is { Count: >= 1 and <= Preset.MostRoles })
            .WithMessage($"Name 1 to {Preset.MostRoles} roles: by their codes, names or aliases.");
        RuleForEach(p => p.Roles).NotEmpty().WithMessage("Name the role to page: its code, name or an alias.");
    }

    private static bool IsOneLine(string? text) => text is null || !text.Any(char.IsControl);
}
