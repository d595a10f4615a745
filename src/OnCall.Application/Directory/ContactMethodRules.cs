using FluentValidation;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>The rules of a list of contact methods, of a person or of a role.</summary>
internal static class ContactMethodRules
{
    internal static void AreContactMethods<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<ContactMethodInput>?>> methods)
    {
        validator.RuleForEach(Each(methods)).NotNull().WithMessage("Give a contact method.").SetValidator(new ContactMethodValidator());
        validator.RuleFor(methods).Custom((list, context) =>
        {
            if (list is null)
            {
                return;
            }

            // Devices are registered by their owner, and counted there.
            if (list.Count(m => !DeviceAddress.IsOne(m?.Address?.Trim())) > DirectoryRules.MostContactMethods)
            {
                context.AddFailure($"At most {DirectoryRules.MostContactMethods}.");
            }

            if (ContactMethodValidator.FirstRepeated(list) is >= 0 and var repeated)
            {
                context.AddFailure($"{context.PropertyPath}[{repeated}]", "This contact method is in the list already.");
            }
        });
    }

    private static System.Linq.Expressions.Expression<Func<T, IEnumerable<ContactMethodInput>>> Each<T>(
        System.Linq.Expressions.Expression<Func<T, IReadOnlyList<ContactMethodInput>?>> methods) =>
        System.Linq.Expressions.Expression.Lambda<Func<T, IEnumerable<ContactMethodInput>>>(methods.Body, methods.Parameters);
}
