using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Support;

/// <summary>A service account's key file that goes away with the test.</summary>
internal sealed class CredentialsFile : IDisposable
{
    private CredentialsFile(string content) => File.WriteAllText(Path, content);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public static CredentialsFile For(StubFcm stub) => new(StubFcm.CredentialsJson(stub.TokenUrl));

    public static CredentialsFile Holding(string content) => new(content);

    public void Dispose() => File.Delete(Path);
}
