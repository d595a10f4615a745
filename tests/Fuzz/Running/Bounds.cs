namespace OnCall.Fuzz.Tests.Running;

/// <summary>What is called a failure.</summary>
/// <param name="Beats">So many tenths of a second for one input. Counted, not measured: a machine that stands still counts none.</param>
/// <param name="Growth">Bytes that may be held after all inputs beyond those after a tenth of them.</param>
internal sealed record Bounds(int Beats = 100, long Growth = 24L * 1024 * 1024);
