using FluentValidation;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

internal sealed class PutRoleValidator : AbstractValidator<PutRoleRequest>
{
    private const int MostAliases = 30;
    private const int MostPositions = 20;

    public PutRoleValidator()
    {
        RuleFor(r => r.Code)
            .Cascade(CascadeMode.Stop)
            .Must(c => !RoleCode.IsTaken(c ?? "")).WithMessage("This code is taken by OnCall itself.")
            .Must(RoleCode.IsWellFormed)
            .WithMessage("A code is lower-case letters and digits, words joined by single dashes, parts by slashes; at most 100 characters.");
        RuleFor(r => r.Name).IsName();
        RuleFor(r => r.Name).Must(IsAddress).When(r => !string.IsNullOrWhiteSpace(r.Name)).WithMessage("Nothing of this name is left to look for: use letters or digits.");
        RuleForEach(r => r.Aliases).Must(IsAddress).WithMessage($"An alias is 1 to {RoleAddress.MaxLength} characters, with letters or digits among them.");
        RuleFor(r => r.Aliases).Must(a => a is null || a.Count <= MostAliases).WithMessage($"At most {MostAliases}.");
        RuleFor(r => r.TimeZone).IsTimeZone();
        RuleFor(r => r.Coverage!).SetValidator(new CoverageValidator()).When(r => r.Coverage is not null);
        RuleFor(r => r.Demand!.LeastRank).IsRank().When(r => r.Demand is not null);
        RuleForEach(r => r.Demand!.Positions).NotNull().WithMessage("Give a position.").IsPosition().When(r => r.Demand is not null);
        RuleFor(r => r.Demand!.Positions).Must(p => p is null || p.Count <= MostPositions).When(r => r.Demand is not null).WithMessage($"At most {MostPositions}.");
        this.AreContactMethods(r => r.ContactMethods);
    }

    private static bool IsAddress(string? text) => RoleAddress.TryParse(text, out _);
}
