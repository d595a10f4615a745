using FluentValidation;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Access;

internal sealed class CreateKeyValidator : AbstractValidator<CreateKeyRequest>
{
    public CreateKeyValidator(Instant now)
    {
        RuleFor(k => k.Person).Must((k, person) => person is null != (k.Integration is null)).WithMessage("Give either a person or an integration.");
        RuleFor(k => k.Integration).IsSlug().When(k => k.Integration is not null);
        RuleFor(k => k.Permissions).Null().When(k => k.Person is not null).WithMessage("A person's key may what the person may; give permissions to the person.");
        RuleFor(k => k.Permissions)
            .Must(p => p is null || p.Count <= CreateKey.MostPermissions)
            .WithMessage($"Give at most {CreateKey.MostPermissions} permissions: one over a unit counts for all units below it.");
        RuleForEach(k => k.Permissions).NotNull().WithMessage("Give a permission.").ChildRules(grant => grant
            .RuleFor(g => g.Permission)
            .Must(p => Written.TryRead<Permission>(p, out _))
            .WithMessage($"Give one of: {Written.All<Permission>()}."));
        RuleFor(k => k.Expires).Must(e => e is null || e > now).WithMessage("Give a time to come.");
        RuleFor(k => k.Expires)
            .Must(e => e is null || e <= now + CreateKey.LongestOfIntegration)
            .When(k => k.Integration is not null)
            .WithMessage("Give a time at most two years ahead: a key of a system that nobody looks after for longer is forgotten.");
    }
}
