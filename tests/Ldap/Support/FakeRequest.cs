namespace OnCall.Ldap.Tests.Support;

/// <param name="Operation">The tag of RFC 4511's protocolOp.</param>
/// <param name="Dn">Of a bind, or the base of a search.</param>
/// <param name="Bytes">The whole message, a character a byte.</param>
internal sealed record FakeRequest(int Id, int Operation, string Dn, string Password, string Bytes);
