namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>An endpoint or screen, and how it is tried.</summary>
/// <param name="Name">Method and route, as the program has it.</param>
/// <param name="Ask">Asks for the thing of a unit.</param>
/// <param name="Shows">For lists, which answer everybody something: what tells that the unit's thing is in it. Null: any answer but 401, 403 and 404 lets in: what one must not know of is not found.</param>
/// <param name="GoneIsIn">Of things that one has oneself, or that a try before may have taken away: not found is let in.</param>
internal sealed record MatrixDoor(string Name, Func<MatrixWorld, string, Task<HttpRequestMessage>> Ask, Func<string, string>? Shows = null, bool GoneIsIn = false);
