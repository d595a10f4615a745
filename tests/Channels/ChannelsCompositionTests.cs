using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Console;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests;

public sealed class ChannelsCompositionTests
{
    private const string Prefix = "OnCall:Channels:";

    [Fact]
    public void Without_settings_the_program_starts_and_only_the_app_itself_is_configured()
    {
        using var host = new ChannelHost([]);

        host.ValidateAtStart();

        Assert.Equal([ContactMethodKind.InApp], host.Channels.Where(c => c.IsConfigured).Select(c => c.Kind));
        Assert.Equal(host.Channels.Count, host.Channels.DistinctBy(c => c.Kind).Count());
    }

    [Fact]
    public void Blank_settings_are_no_settings()
    {
        using var host = new ChannelHost([new(Prefix + "Twilio:AccountSid", ""), new(Prefix + "Snpp:Host", " "), new(Prefix + "Fcm:CredentialsFile", "")]);

        host.ValidateAtStart();

        Assert.False(host.Channel(ContactMethodKind.Sms).IsConfigured);
    }

    [Theory]
    [InlineData("Twilio:AuthToken", "Twilio:AccountSid=AC1 Twilio:From=+15550000")]
    [InlineData("Twilio:From", "Twilio:AccountSid=AC1 Twilio:AuthToken=canary")]
    [InlineData("Twilio:AccountSid", "Twilio:AuthToken=canary")]
    [InlineData("Twilio:AccountSid", "Twilio:BaseUrl=http://127.0.0.1:1")]
    [InlineData("Twilio:BaseUrl", "Twilio:BaseUrl=ftp://x Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:ValiditySeconds", "Twilio:ValiditySeconds=0 Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("PublicUrl", "Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("PublicUrl", "Twilio:Callbacks=true Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:VoiceFrom", "Twilio:VoiceFrom=MG1 Twilio:Callbacks=false Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:AccountSid", "Twilio:VoiceFrom=+15550001")]
    [InlineData("Fcm:CredentialsFile", "Fcm:TokenUrl=http://127.0.0.1:1")]
    [InlineData("Fcm:CredentialsFile", "Fcm:CredentialsFile=no-such-file.json")]
    [InlineData("Snpp:Host", "Snpp:Login=oncall Snpp:Password=canary")]
    [InlineData("Snpp:Login", "Snpp:Host=pager Snpp:Password=canary")]
    [InlineData("Snpp:Port", "Snpp:Host=pager Snpp:Port=70000")]
    [InlineData("Snpp:Encoding", "Snpp:Host=pager Snpp:Encoding=ebcdic")]
    [InlineData("Snpp:MaxLineLength", "Snpp:Host=pager Snpp:MaxLineLength=4000")]
    [InlineData("Twilio:AccountSid", "Twilio:PerSecond=1")]
    [InlineData("Twilio:AtOnce", "Twilio:AtOnce=0 Twilio:Callbacks=false Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:PerSecond", "Twilio:PerSecond=1001 Twilio:Callbacks=false Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:VoiceAtOnce", "Twilio:VoiceAtOnce=257 Twilio:Callbacks=false Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Twilio:VoicePerSecond", "Twilio:VoicePerSecond=-1 Twilio:Callbacks=false Twilio:AccountSid=AC1 Twilio:AuthToken=canary Twilio:From=+15550000")]
    [InlineData("Fcm:CredentialsFile", "Fcm:AtOnce=4")]
    [InlineData("Snpp:Host", "Snpp:PerSecond=4")]
    [InlineData("Snpp:AtOnce", "Snpp:Host=pager Snpp:AtOnce=0")]
    [InlineData("Snpp:PerSecond", "Snpp:Host=pager Snpp:PerSecond=0")]
    [InlineData("Smtp:Host", "Smtp:From=oncall@hospital.example")]
    [InlineData("Smtp:From", "Smtp:Host=mail")]
    [InlineData("Smtp:From", "Smtp:Host=mail Smtp:From=oncall")]
    [InlineData("Smtp:Port", "Smtp:Host=mail Smtp:From=a@b.example Smtp:Port=0")]
    [InlineData("Smtp:User", "Smtp:Host=mail Smtp:From=a@b.example Smtp:Password=canary")]
    [InlineData("Smtp:Password", "Smtp:Host=mail Smtp:From=a@b.example Smtp:User=oncall")]
    [InlineData("Smtp:StartTls", "Smtp:Host=mail Smtp:From=a@b.example Smtp:User=oncall Smtp:Password=canary Smtp:StartTls=false")]
    [InlineData("Smtp:AtOnce", "Smtp:Host=mail Smtp:From=a@b.example Smtp:AtOnce=0")]
    public void A_half_filled_setting_stops_the_start_with_one_line_that_names_it(string named, string settings)
    {
        using var host = new ChannelHost(settings.Split(' ').Select(s => s.Split('=', 2)).Select(s => new KeyValuePair<string, string?>(Prefix + s[0], s[1])));

        var stop = Assert.Throws<OptionsValidationException>(host.ValidateAtStart);

        var line = Assert.Single(stop.Failures);
        Assert.StartsWith(named == "PublicUrl" ? "OnCall__PublicUrl" : "OnCall__Channels__" + named.Replace(":", "__", StringComparison.Ordinal), line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"project_id":"p","client_email":"e"}""")]
    [InlineData("""{"project_id":"p","client_email":"e","private_key":"canary"}""")]
    public void A_wrong_key_file_stops_the_start_and_is_not_quoted(string content)
    {
        using var file = CredentialsFile.Holding(content);
        using var host = new ChannelHost(Settings.Fcm("https://fcm.example.org", file.Path));

        var line = Assert.Single(Assert.Throws<OptionsValidationException>(host.ValidateAtStart).Failures);

        Assert.StartsWith("OnCall__Channels__Fcm__CredentialsFile names a file ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_push_that_cannot_be_kept_stops_the_start()
    {
        using var file = CredentialsFile.Holding(StubFcm.CredentialsJson("https://fcm.example.org/token"));
        using var host = new ChannelHost([.. Settings.Fcm("https://fcm.example.org", file.Path), new(Prefix + "Fcm:PerSecond", "0")]);

        Assert.StartsWith("OnCall__Channels__Fcm__PerSecond is not between 1 and 1000.", Assert.Single(Assert.Throws<OptionsValidationException>(host.ValidateAtStart).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_channel_keeps_to_the_limits_that_are_set_for_it()
    {
        using var file = CredentialsFile.Holding(StubFcm.CredentialsJson("https://fcm.example.org/token"));
        using var host = new ChannelHost([
            .. Settings.ClosedTwilio("https://api.twilio.example"), .. Settings.Fcm("https://fcm.example.org", file.Path), .. Settings.Snpp(444),
            new(Prefix + "Twilio:AtOnce", "8"), new(Prefix + "Twilio:PerSecond", "3"), new(Prefix + "Twilio:VoicePerSecond", "1"), new(Prefix + "Snpp:AtOnce", "1"),
        ]);
        host.ValidateAtStart();

        Assert.Equal(new ProviderLimits(8, 3), host.Channel(ContactMethodKind.Sms).Limits);
        Assert.Equal(new ProviderLimits(32, 1), host.Channel(ContactMethodKind.Voice).Limits);
        Assert.Equal(new ProviderLimits(1, null), host.Channel(ContactMethodKind.Snpp).Limits);
        Assert.Equal(ProviderLimits.Usual, host.Channel(ContactMethodKind.Push).Limits);
        Assert.Equal(new ProviderLimits(256, null), host.Channel(ContactMethodKind.InApp).Limits);
    }

    [Fact]
    public void A_network_that_the_provider_cannot_reach_needs_no_public_address()
    {
        using var host = new ChannelHost(Settings.ClosedTwilio("https://api.twilio.example"));

        host.ValidateAtStart();

        Assert.True(host.Channel(ContactMethodKind.Sms).IsConfigured);
        Assert.True(host.Channel(ContactMethodKind.Voice).IsConfigured);
    }

    [Fact]
    public void The_demo_prints_for_channels_without_settings_and_uses_those_that_have_some()
    {
        using var host = new ChannelHost(Settings.Snpp(444), isDevelopmentDemo: true);

        Assert.IsType<ConsoleChannel>(host.Channel(ContactMethodKind.Sms));
        Assert.IsType<ConsoleChannel>(host.Channel(ContactMethodKind.Voice));
        Assert.IsType<ConsoleChannel>(host.Channel(ContactMethodKind.Push));
        Assert.IsNotType<ConsoleChannel>(host.Channel(ContactMethodKind.Snpp));
    }

    [Fact]
    public async Task What_the_demo_prints_is_the_external_line_without_the_address()
    {
        await using var output = new StringWriter();

        var answer = await new ConsoleChannel(ContactMethodKind.Sms, output).SendAsync(Notifications.To("canary-address"), TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryStatus.Delivered, answer.Status);
        Assert.StartsWith("[Sms] #A1B2 URGENT", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_demo_was_told_to_print_too_late_it_does_not_print()
    {
        await using var output = new StringWriter();
        var late = Notifications.To("canary-address") with { MayLeave = static () => false };

        var answer = await new ConsoleChannel(ContactMethodKind.Sms, output).SendAsync(late, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(output.ToString());
    }
}
