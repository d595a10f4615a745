namespace OnCall.Application.Rosters.Search;

/// <summary>How well a role fits what is typed, the best first.</summary>
internal enum RoleFit
{
    /// <summary>It is called just so.</summary>
    Whole,

    /// <summary>Its name begins so.</summary>
    Begins,

    /// <summary>All words stand in its name, code or an alias.</summary>
    Named,

    /// <summary>Some words are of its unit, or of one above.</summary>
    Unit,
    None,
}
