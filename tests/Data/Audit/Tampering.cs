namespace OnCall.Data.Tests.Audit;

/// <summary>What an insider did.</summary>
/// <param name="Kind">Of a dozen.</param>
/// <param name="Named">What the check must name, by number or, where it has none, by place.</param>
internal sealed record Tampering(string Kind, string What, params (long? Seq, long? Place)[] Named);
