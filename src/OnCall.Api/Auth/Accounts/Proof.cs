using OnCall.Application.Access.Accounts;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Accounts;

/// <summary>Somebody has proven who they are, by one thing.</summary>
/// <param name="Key">The key, where it was one.</param>
/// <param name="SecondFactorProven">Whether somebody who is trusted with it has seen a second factor already.</param>
internal sealed record Proof(Account Account, SignInWay Way, ApiKeyId? Key = null, bool SecondFactorProven = false);
