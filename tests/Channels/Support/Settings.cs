using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Support;

/// <summary>Settings that point the channels at the stubs.</summary>
internal static class Settings
{
    public const string AccountSid = "AC0000000000000000000000000000c0de";
    public const string AuthToken = "canary-auth-token";
    public const string From = "+15550000";

    public static Dictionary<string, string?> Twilio(string baseUrl, string from = From) => new()
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org/",
        ["OnCall:Channels:Twilio:BaseUrl"] = baseUrl,
        ["OnCall:Channels:Twilio:AccountSid"] = AccountSid,
        ["OnCall:Channels:Twilio:AuthToken"] = AuthToken,
        ["OnCall:Channels:Twilio:From"] = from,
    };

    /// <summary>Of a network that the provider cannot reach.</summary>
    public static Dictionary<string, string?> ClosedTwilio(string baseUrl) => new(Twilio(baseUrl))
    {
        ["OnCall:PublicUrl"] = null,
        ["OnCall:Channels:Twilio:Callbacks"] = "false",
    };

    public static Dictionary<string, string?> Fcm(string baseUrl, string credentialsFile) => new()
    {
        ["OnCall:Channels:Fcm:BaseUrl"] = baseUrl,
        ["OnCall:Channels:Fcm:CredentialsFile"] = credentialsFile,
    };

    /// <summary>With pushes to this machine, where the stub listens.</summary>
    public static Dictionary<string, string?> WebPush(params (string Setting, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OnCall:Channels:WebPush:Subject"] = "mailto:oncall@hospital.example",
            ["OnCall:Channels:WebPush:AllowLoopback"] = "true",
        };
        foreach (var (setting, value) in more)
        {
            settings["OnCall:Channels:WebPush:" + setting] = value;
        }

        return settings;
    }

    /// <summary>Without TLS, unless told otherwise.</summary>
    public static Dictionary<string, string?> Smtp(int port, params (string Setting, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OnCall:Channels:Smtp:Host"] = StubSmtp.Host,
            ["OnCall:Channels:Smtp:Port"] = $"{port}",
            ["OnCall:Channels:Smtp:From"] = "oncall@hospital.example",
            ["OnCall:Channels:Smtp:StartTls"] = "false",
        };
        foreach (var (setting, value) in more)
        {
            settings["OnCall:Channels:Smtp:" + setting] = value;
        }

        return settings;
    }

    public static Dictionary<string, string?> Snpp(int port, params (string Setting, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["OnCall:Channels:Snpp:Host"] = StubSnpp.Host, ["OnCall:Channels:Snpp:Port"] = $"{port}" };
        foreach (var (setting, value) in more)
        {
            settings["OnCall:Channels:Snpp:" + setting] = value;
        }

        return settings;
    }
}
