using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Access.Groups;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;

namespace OnCall.Application.Access;

/// <summary>The use cases of keys and of signing in.</summary>
internal static class AccessServices
{
    internal static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<KeyRights>()
        .AddSingleton<SignInNotices>()
        .AddSingleton<CreateKey>()
        .AddSingleton<ReadKeys>()
        .AddSingleton<RevokeKey>()
        .AddSingleton<StartSession>()
        .AddSingleton<EndSessions>()
        .AddSingleton<ReadSessions>()
        .AddSingleton<InvitePerson>()
        .AddSingleton<SecondFactorNeed>()
        .AddSingleton<PutSecondFactorRules>()
        .AddSingleton<ResetSecondFactor>()
        .AddSingleton(GroupRules.None)
        .AddSingleton<MapGroups>()
        .AddSingleton<PageSight>()
        .AddSingleton<GlassWatchers>()
        .AddSingleton<BreakGlassOnPage>()
        .AddSingleton<ReadBrokenGlass>()
        .AddSingleton<FindCaller>();
}
