namespace OnCall.Data.Protection;

/// <summary>Another key is there for the same time: that one is to be used.</summary>
internal sealed class KeyAlreadyMadeException() : Exception("A key for this time is in the ring already.");
