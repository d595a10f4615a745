using Microsoft.Extensions.Options;
using OnCall.Channels.Tests.Support;

namespace OnCall.Channels.Tests.Push.Web;

/// <summary>Whoever registers a device names an address that this machine will ask.</summary>
public sealed class PushHostTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("https://push.hospital.example/abc", true)]
    [InlineData("https://a.b.own.example/abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/abc", false)]
    [InlineData("https://fcm.googleapis.com@10.0.0.1/abc", false)]
    [InlineData("https://user:x@fcm.googleapis.com/abc", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/abc", false)]
    [InlineData("https://evilfcm.googleapis.com/abc", false)]
    [InlineData("https://notify.windows.com/abc", false)]
    [InlineData("https://10.0.0.1/abc", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://[::1]/abc", false)]
    [InlineData("http://127.0.0.1/abc", false)]
    [InlineData("https://localhost/abc", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/abc", false)]
    [InlineData("", false)]
    public void Pushes_go_to_known_services_and_those_of_the_house_alone(string endpoint, bool allowed)
    {
        using var host = new ChannelHost(Settings.WebPush(("AllowLoopback", "false"), ("Hosts", "push.hospital.example, *.own.example")));

        Assert.Equal(allowed, host.WebPush.Allows(endpoint));
    }

    [Theory]
    [InlineData("Subject", "oncall@hospital.example", "OnCall__Channels__WebPush__Subject is not a mailto: or https: address.")]
    [InlineData("Subject", "", "OnCall__Channels__WebPush__Subject is missing, though Hosts, AllowLoopback, AtOnce or PerSecond is set.")]
    [InlineData("Hosts", "*.example", "OnCall__Channels__WebPush__Hosts has '*.example', which is no host name and not *. before one.")]
    [InlineData("Hosts", "10.0.0.1", "OnCall__Channels__WebPush__Hosts has '10.0.0.1', which is no host name and not *. before one.")]
    [InlineData("AtOnce", "0", "OnCall__Channels__WebPush__AtOnce is not between 1 and 256.")]
    public void A_wrong_setting_stops_the_start(string setting, string value, string words)
    {
        using var host = new ChannelHost(Settings.WebPush((setting, value)));

        Assert.Equal(words, Assert.Throws<OptionsValidationException>(host.ValidateAtStart).Message);
    }
}
