using Xunit;

namespace OnCall.Api.Tests.Metrics;

/// <summary>An exporter listens to every meter of its name in the process: beside other hosts it would hear theirs too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
