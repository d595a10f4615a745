using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Channels.Console;
using OnCall.Channels.Http;
using OnCall.Channels.InApp;
using OnCall.Channels.Mail;
using OnCall.Channels.Pager;
using OnCall.Channels.Push;
using OnCall.Channels.Push.Web;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;

namespace OnCall.Channels;

/// <summary>Registers the adapters: one <see cref="IChannel"/> a kind of contact method.</summary>
public static class ChannelsComposition
{
    /// <summary>
    /// Reads the settings under <c>OnCall:Channels</c>; a half-filled one stops the start with a line that names it.
    /// The host registers <see cref="IOpenInboxes"/>, <see cref="IPushTargets"/>, <see cref="PushKeys"/> and NodaTime's clock.
    /// </summary>
    /// <param name="isDevelopmentDemo">Kinds without settings are printed on the console instead of being unreachable.</param>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration, bool isDevelopmentDemo)
    {
        services.AddChannelOptions<TwilioOptions, TwilioOptionsValidator>(configuration, TwilioOptions.Name)
            .Configure(options => options.PublicUrl = configuration[SettingNames.PublicUrl]);
        services.AddChannelOptions<FcmOptions, FcmOptionsValidator>(configuration, FcmOptions.Name);
        services.AddChannelOptions<WebPushOptions, WebPushOptionsValidator>(configuration, WebPushOptions.Name);
        services.AddChannelOptions<SnppOptions, SnppOptionsValidator>(configuration, SnppOptions.Name);
        services.AddChannelOptions<SmtpOptions, SmtpOptionsValidator>(configuration, SmtpOptions.Name);
        services.AddProviderClient(TwilioClient.Name).AddProviderClient(FcmPushChannel.ClientName).AddProviderClient(WebPushClient.Name);

        services.AddSingleton<IChannel, InAppChannel>();
        services.AddAdapter<TwilioSmsChannel>(isDevelopmentDemo);
        services.AddAdapter<TwilioVoiceChannel>(isDevelopmentDemo);
        services.AddSingleton<IStatusSource, TwilioSmsStatus>().AddSingleton<IStatusSource, TwilioVoiceStatus>();
        services.AddSingleton<IWebPush, PushHosts>().AddSingleton<WebPushClient>().AddSingleton<FcmPushChannel>();
        services.AddSingleton(s => new PushChannel(
            s.GetRequiredService<FcmPushChannel>(), s.GetRequiredService<WebPushClient>(), s.GetRequiredService<IOptions<WebPushOptions>>(),
            s.GetRequiredService<IPushTargets>()));
        services.AddAdapter<PushChannel>(isDevelopmentDemo);
        services.AddAdapter<SnppPagerChannel>(isDevelopmentDemo);
        services.AddAdapter<MailChannel>(isDevelopmentDemo);
        return services;
    }

    private static OptionsBuilder<TOptions> AddChannelOptions<TOptions, TValidator>(this IServiceCollection services, IConfiguration configuration, string channel)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddOptions<TOptions>().Bind(configuration.GetSection(SettingNames.Section(channel))).ValidateOnStart();
    }

    private static void AddAdapter<TChannel>(this IServiceCollection services, bool isDevelopmentDemo)
        where TChannel : class, IChannel
    {
        services.TryAddSingleton<TChannel>();
        services.AddSingleton<IChannel>(provider =>
            provider.GetRequiredService<TChannel>() is var adapter && (adapter.IsConfigured || !isDevelopmentDemo) ? adapter : Printed(adapter.Kind));
    }

    private static ConsoleChannel Printed(ContactMethodKind kind) => new ConsoleChannel(kind, System.Console.Out);
}
