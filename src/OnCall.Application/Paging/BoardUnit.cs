namespace OnCall.Application.Paging;

/// <summary>A unit for which somebody is a dispatcher.</summary>
public sealed record BoardUnit(string Code, string Name);
