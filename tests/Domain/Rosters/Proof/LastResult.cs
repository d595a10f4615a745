using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Keeps how a check ended instead of writing about it.</summary>
internal sealed class LastResult : IRunner
{
    public TestResult? Ended { get; private set; }

    public void OnStartFixture(Type value)
    {
        // Nothing is said of a beginning.
    }

    public void OnArguments(int value1, FSharpList<object> value2, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> value3)
    {
        // Nothing is said of what holds.
    }

    public void OnShrink(FSharpList<object> value1, FSharpFunc<FSharpList<object>, string> value2)
    {
        // Nothing is said on the way to the smallest.
    }

    public void OnFinished(string value1, TestResult value2) => Ended = value2;
}
