namespace OnCall.Application.Alarms;

/// <summary>Whether the outside watchdog takes this node's heartbeat; where there is none, nothing fails.</summary>
public sealed class WatchdogRecord : FailureRecord;
