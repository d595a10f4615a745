#:project ../tests/Testing/OnCall.Testing.csproj
#:property PublishAot=false

// A stand-in for Twilio's Messages API, to see what OnCall would send: dotnet run docs/stub-twilio.cs -- 5099
using System.Globalization;
using OnCall.Testing.Providers;

await using var twilio = await StubTwilio.StartAsync(int.Parse(args[0], CultureInfo.InvariantCulture));
Console.WriteLine(twilio.BaseUrl);
for (var seen = 0; ; seen++)
{
    var request = (await twilio.Requests.WaitAsync(seen + 1, CancellationToken.None))[seen];
    Console.WriteLine($"{request.At} {request.Form.GetValueOrDefault("To")} {request.Form.GetValueOrDefault("Body")}");
}
