using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Access.Groups;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;

namespace OnCall.Data.Access;

/// <summary>The stores of signing in.</summary>
internal static class AccessStores
{
    internal static IServiceCollection AddAccessStores(this IServiceCollection services) => services
        .AddSingleton<IAccountStore, AccountStore>()
        .AddSingleton<IPasskeyStore, PasskeyStore>()
        .AddSingleton<IInvitationStore, InvitationStore>()
        .AddSingleton<ISessionStore, SessionStore>()
        .AddSingleton<IBreakGlassStore, BreakGlassStore>()
        .AddSingleton<IMappedGrantStore, MappedGrantStore>()
        .AddSingleton<ISecondFactorRules, SecondFactorRuleStore>();
}
