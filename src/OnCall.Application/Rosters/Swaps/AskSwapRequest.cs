using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>A swap that is asked for.</summary>
/// <param name="Role">Any of its names: the role whose shift is given.</param>
/// <param name="Give">Which shift, or which part of it.</param>
/// <param name="With">The employee number of the colleague who is asked.</param>
/// <param name="Take">Which of their shifts is taken in return; left out: it is given away.</param>
/// <param name="Person">The employee number of whose shift it is, when a scheduler asks for them; left out: the caller's.</param>
/// <param name="Reason">For the record, at most 300 characters; the two and the schedulers read it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AskSwapRequest(string? Role, SwapGiveBody? Give, string? With, SwapTakeBody? Take = null, string? Person = null, string? Reason = null);
