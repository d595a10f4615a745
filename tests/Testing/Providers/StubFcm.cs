using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace OnCall.Testing.Providers;

/// <summary>FCM's HTTP v1 API and the sign-in of service accounts beside it.</summary>
public sealed class StubFcm : HttpProviderStub
{
    /// <summary>The project that its credentials name.</summary>
    public const string ProjectId = "oncall-test";

    private const string TokenPath = "/token";
    private static readonly Lazy<string> Key = new(NewKey);
    private readonly ConcurrentQueue<StubAnswer> _signInScript = new();
    private int _count;

    private StubFcm(int port, TimeProvider? time)
        : base(port, time)
    {
    }

    public string TokenUrl => BaseUrl + TokenPath;

    /// <summary>Every sign-in, in the order of arrival.</summary>
    public Arrivals<ProviderRequest> SignIns { get; } = new();

    public static async Task<StubFcm> StartAsync(int port = 0, TimeProvider? time = null)
    {
        var stub = new StubFcm(port, time);
        await stub.ListenAsync();
        return stub;
    }

    /// <summary>The access token of the nth sign-in, counted from 1.</summary>
    public static string AccessToken(int number) => "stub-access-token-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A key file as the provider's console hands it out.</summary>
    public static string CredentialsJson(string tokenUrl) => JsonSerializer.Serialize(new
    {
        type = "service_account",
        project_id = ProjectId,
        private_key_id = "0123456789abcdef",
        private_key = Key.Value,
        client_email = "sender@oncall-test.iam.gserviceaccount.com",
        client_id = "1",
        token_uri = tokenUrl,
    });

    /// <summary>An error as the API writes it.</summary>
    /// <param name="errorCode">FCM's own code in the details; none when null.</param>
    /// <param name="field">The field at fault; none when null.</param>
    public static StubAnswer Error(int http, string status, string? errorCode = null, string? field = null, string words = "refused")
    {
        List<object> details = [];
        if (errorCode is not null)
        {
            details.Add(new Dictionary<string, object> { ["@type"] = "type.googleapis.com/google.firebase.fcm.v1.FcmError", ["errorCode"] = errorCode });
        }

        if (field is not null)
        {
            details.Add(new Dictionary<string, object>
            {
                ["@type"] = "type.googleapis.com/google.rpc.BadRequest",
                ["fieldViolations"] = new[] { new { field, description = words } },
            });
        }

        return new StubAnswer.Reply(http, JsonSerializer.Serialize(new { error = new { code = http, message = words, status, details } }));
    }

    /// <summary>What to do with the next sign-ins, in turn.</summary>
    public void NextSignIn(params IEnumerable<StubAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _signInScript.Enqueue(answer);
        }
    }

    protected override StubAnswer? Aside(ProviderRequest request)
    {
        if (request.Path != TokenPath)
        {
            return null;
        }

        SignIns.Add(request);
        return _signInScript.TryDequeue(out var scripted)
            ? scripted
            : new StubAnswer.Reply(200, JsonSerializer.Serialize(new { access_token = AccessToken(SignIns.All.Count), expires_in = 3600, token_type = "Bearer" }));
    }

    protected override StubAnswer AllIsWell(ProviderRequest request) =>
        new StubAnswer.Reply(200, JsonSerializer.Serialize(new { name = $"projects/{ProjectId}/messages/{Interlocked.Increment(ref _count)}" }));

    private static string NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
