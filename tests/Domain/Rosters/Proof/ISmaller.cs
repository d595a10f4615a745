namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Something written that can be written smaller, so that a counterexample is as short as can be.</summary>
internal interface ISmaller<out T>
{
    IEnumerable<T> Smaller();
}
