namespace OnCall.Data.Tests.Static;

/// <summary>Where a value of a statement comes from.</summary>
internal enum SqlSource
{
    /// <summary>Put together by the statement: a sum, a concatenation, what a function gives.</summary>
    Made,

    /// <summary>Stands in the text.</summary>
    Literal,

    /// <summary>Was given its type on purpose, by a CAST.</summary>
    Cast,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A column of OPENJSON.</summary>
    Json,
}
