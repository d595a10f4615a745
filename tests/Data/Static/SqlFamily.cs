namespace OnCall.Data.Tests.Static;

/// <summary>Types that SQL Server compares without turning one into another. Integers of every size and bit are one: widening them costs no index.</summary>
internal enum SqlFamily
{
    Unknown,
    Null,

    /// <summary>A bare <c>@name</c>: the client decides. Strings come as nvarchar.</summary>
    Parameter,
    Ansi,
    National,
    Integer,
    Real,
    Guid,
    Time,
    Binary,
}
