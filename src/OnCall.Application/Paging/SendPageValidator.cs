using FluentValidation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

internal sealed class SendPageValidator : AbstractValidator<SendPageRequest>
{
    public const int MostReplies = 8;

    private static readonly SendPageValidator Instance = new();

    public SendPageValidator()
    {
        RuleFor(p => p.Role).NotEmpty().WithMessage("Name the role to page: its code, name or an alias.").MaximumLength(200);
        RuleFor(p => p.Urgency)
            .Must(u => UrgencyNames.TryParse(u, out _))
            .WithMessage("Give one of: code, urgent, critical-result, routine.");
        RuleFor(p => p.Subject).MaximumLength(200);
        RuleFor(p => p.Body).MaximumLength(4000);
        RuleFor(p => p.PatientRef).MaximumLength(100);
        RuleFor(p => p.Callback)
            .Must(c => Callback.TryParse(c, out _))
            .When(p => !string.IsNullOrWhiteSpace(p.Callback))
            .WithMessage("A callback leaves the building: digits, + * #, spaces and ext only, at most 32 characters.");
        RuleFor(p => p.Replies)
            .Must(r => r!.Count <= MostReplies)
            .When(p => p.Replies is not null)
            .WithMessage($"Offer at most {MostReplies} replies.");
        RuleForEach(p => p.Replies).NotEmpty().MaximumLength(60);
    }

    /// <summary>Why it cannot be sent; null when it can.</summary>
    public static Refusal? Refuse(SendPageRequest request) => Instance.Validate(request) is { IsValid: false } invalid ? invalid.ToRefusal() : null;
}
