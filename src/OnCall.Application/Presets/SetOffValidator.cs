using FluentValidation;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;

namespace OnCall.Application.Presets;

internal sealed class SetOffValidator : AbstractValidator<SetOffRequest>
{
    private static readonly SetOffValidator Instance = new();

    public SetOffValidator()
    {
        RuleFor(s => s.Where)
            .MaximumLength(Preset.LongestWhere).WithMessage($"At most {Preset.LongestWhere} characters.")
            .Must(w => w is null || !w.Any(char.IsControl)).WithMessage("A place holds no line breaks or control characters.");
        RuleFor(s => s.Callback)
            .Must(c => Callback.TryParse(c, out _))
            .When(s => !string.IsNullOrWhiteSpace(s.Callback))
            .WithMessage("A callback leaves the building: digits, + * #, spaces and ext only, at most 32 characters.");
    }

    /// <summary>Why it cannot be set off; null when it can.</summary>
    public static Refusal? Refuse(SetOffRequest request, Preset preset) =>
        Instance.Validate(request) is { IsValid: false } invalid ? invalid.ToRefusal()
        : preset.AsksWhere && string.IsNullOrWhiteSpace(request.Where) ? Refusal.Invalid(new InputProblem("where", "Say where: nobody can come to a place that is not named."))
        : null;
}
