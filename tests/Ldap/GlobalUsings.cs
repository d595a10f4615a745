global using Xunit;

// The library's defaults are one for the process: who may be trusted by one test would be trusted by another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
