using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>By which statements things of a kind are found and looked at.</summary>
/// <param name="PeopleOf">Null where nobody can tell whom they name.</param>
internal sealed record KeptStatements(string Find, string Load, string? PeopleOf)
{
    internal static KeptStatements Of(KeptKind kind) => kind switch
    {
        // The attempts of a page stand under what the page stands under.
        KeptKind.Deliveries => new("FindDeliveries", "LoadPage", "PeopleOfPage"),
        KeptKind.Page => new("FindPage", "LoadPage", "PeopleOfPage"),
        KeptKind.Shift => new("FindShift", "LoadShift", "PeopleOfShift"),
        KeptKind.Cover => new("FindCover", "LoadCover", "PeopleOfCover"),
        KeptKind.Swap => new("FindSwap", "LoadSwap", "PeopleOfSwap"),
        KeptKind.Upload => new("FindUpload", "LoadUpload", null),
        KeptKind.Session => new("FindSession", "LoadSession", "PeopleOfSession"),
        KeptKind.Notice => new("FindNotice", "LoadNotice", "PeopleOfNotice"),
    };
}
