using FluentValidation;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>Each kind of contact method has its own form of address.</summary>
internal sealed class ContactMethodValidator : AbstractValidator<ContactMethodInput>
{
    public ContactMethodValidator()
    {
        RuleFor(m => m.Kind)
            .Must(k => Written.TryRead<ContactMethodKind>(k, out _))
            .WithMessage($"Give one of: {Written.All<ContactMethodKind>()}.");
        RuleFor(m => m.Address).Custom((address, context) =>
        {
            if (Written.TryRead<ContactMethodKind>(context.InstanceToValidate.Kind, out var kind)
                && ContactAddress.Problem(kind, ContactAddress.Tidy(kind, address)) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
    }

    /// <summary>The index of the first method that says the same as an earlier one, or -1.</summary>
    internal static int FirstRepeated(IReadOnlyList<ContactMethodInput> methods)
    {
        var seen = new HashSet<(ContactMethodKind, string)>();
        for (var i = 0; i < methods.Count; i++)
        {
            if (methods[i] is { } method
                && Written.TryRead<ContactMethodKind>(method.Kind, out var kind)
                && !seen.Add((kind, ContactAddress.Tidy(kind, method.Address))))
            {
                return i;
            }
        }

        return -1;
    }
}
