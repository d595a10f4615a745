using System.Globalization;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Sealing;
using OnCall.Data.Protection;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Protection;

/// <summary>Whoever may write the database cannot make OnCall seal with a key that they know.</summary>
public abstract class StrangeKeyContract : IDisposable
{
    private protected const string Planted = "00000000-0000-4000-8000-00000000beef";

    private protected KeyFiles Files { get; } = new();

    protected abstract Task<TestDatabase> OpenAsync();

    [Theory]
    [InlineData("in the clear")]
    [InlineData("by a decryptor that decrypts nothing")]
    [InlineData("with the mark of another key")]
    [InlineData("with a mark of its own")]
    public async Task A_key_that_somebody_has_put_there_is_never_used_and_stops_the_next_start(string how)
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        var ours = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
        await PlantAsync(test, how, ours);

        Assert.Equal(ours.Element, Assert.Single(node.Ring.GetAllElements()).ToString(SaveOptions.DisableFormatting));
        Assert.Equal([Planted], await node.Ring.StrangersAsync(CancellationToken.None));
        await using var fresh = new Node(test, Files.Folder("a"));
        Assert.Equal(ours.Id, "key-" + IdIn(fresh.Protector.Protect("words")));
        await using var next = new Node(test, Files.Folder("a"));
        var refused = await Assert.ThrowsAsync<WrongSettingException>(next.StartAsync);
        Assert.Contains(Planted, refused.Message, StringComparison.Ordinal);
        Assert.Contains("protection remove", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_removed_and_never_accepted_and_what_is_ours_can_be_neither()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        var ours = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
        await PlantAsync(test, "by a decryptor that decrypts nothing", ours);

        Assert.Equal(StrangeKeyOutcome.NotWrappedByUs, await node.Ring.AcceptAsync(Planted, CancellationToken.None));
        Assert.Equal(StrangeKeyOutcome.NoSuchKey, await node.Ring.AcceptAsync(ours.Id, CancellationToken.None));
        Assert.Equal(StrangeKeyOutcome.NoSuchKey, await node.Ring.RemoveAsync(ours.Id, CancellationToken.None));
        Assert.Equal(StrangeKeyOutcome.Done, await node.Ring.RemoveAsync(Planted, CancellationToken.None));
        Assert.Equal(StrangeKeyOutcome.NoSuchKey, await node.Ring.RemoveAsync(Planted, CancellationToken.None));
        await (await new Node(test, Files.Folder("a")).StartAsync()).DisposeAsync();
    }

    [Theory]
    [InlineData("element = replace(element, '</keyFile>', 'AAAA</keyFile>')")]
    [InlineData("element = replace(element, '<expirationDate>20', '<expirationDate>21')")]
    [InlineData("wrapped_by = null")]
    [InlineData("mark = null")]
    [InlineData("key_id = '" + Planted + "'")]
    public async Task A_key_that_somebody_has_changed_stops_the_start_and_none_is_made_in_its_place(string change)
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        Assert.Equal(1, await ExecuteAsync(test, "update protection_key set " + change));

        await using var next = new Node(test, Files.Folder("a"));
        await Assert.ThrowsAsync<WrongSettingException>(next.StartAsync);

        // Nor does the framework make one, where it is left to itself.
        await using var alone = new Node(test, Files.Folder("a"));
        Assert.ThrowsAny<Exception>(() => alone.Protector.Protect("words"));
        Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Keys_of_a_version_before_marks_are_taken_by_the_word_of_whoever_runs_it()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        var closed = node.Protector.Protect("words");
        await ExecuteAsync(test, "update protection_key set mark = null, marked_by = null");
        var key = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));

        Assert.Equal(StrangeKeyOutcome.Done, await node.Ring.AcceptAsync(key.Id, CancellationToken.None));

        await using var after = await new Node(test, Files.Folder("a")).StartAsync();
        Assert.Equal("words", after.Protector.Unprotect(closed));
        Assert.NotEqual(key.Id, "key-" + IdIn(after.Protector.Protect("words")));
        var said = await test.Database.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = 'protection.accept-key'"), CancellationToken.None);
        Assert.Equal(1, said);
    }

    [Fact]
    public async Task A_key_for_a_time_that_has_not_come_keeps_none_from_being_made_now()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        var ours = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
        var (now, ahead) = (Made(ours, 'a', Duration.Zero), Made(ours, 'b', Duration.FromDays(30)));
        await ExecuteAsync(test, "delete from protection_key");

        node.Ring.StoreElement(ahead, "ahead");
        node.Ring.StoreElement(now, "now");

        Assert.Equal(2, node.Ring.GetAllElements().Count);
        await (await new Node(test, Files.Folder("a")).StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_strange_key_does_not_keep_the_next_one_from_being_made()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Files.Folder("a")).StartAsync();
        var ours = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
        await PlantAsync(test, "in the clear", ours);
        var next = Made(ours, 'a', Duration.FromDays(90));

        node.Ring.StoreElement(next, "key-" + Planted[..^1] + "a");

        Assert.Equal(2, node.Ring.GetAllElements().Count);
        Assert.Throws<KeyAlreadyMadeException>(() => node.Ring.StoreElement(next, "key-" + Planted[..^1] + "b"));
    }

    [Fact]
    public async Task A_certificate_that_everybody_may_wrap_for_marks_what_it_wrote_itself()
    {
        await using var test = await OpenAsync();
        var (certificate, password) = (Files.NewCertificate("one"), Path.Combine(Files.Folder("c"), "password"));
        await File.WriteAllTextAsync(password, "secret");
        Node Start() => new(test, Files.Folder("a"), ("CertificateFile", certificate), ("CertificatePasswordFile", password));
        await using var node = await Start().StartAsync();
        var ours = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));

        // What is wrapped for it is good for another key too: only the mark tells.
        await InsertAsync(test, ours.Element, ours);
        await using var next = Start();
        Assert.Contains(Planted, (await Assert.ThrowsAsync<WrongSettingException>(next.StartAsync)).Message, StringComparison.Ordinal);
        Assert.Single(node.Ring.GetAllElements());
    }

    public void Dispose()
    {
        Files.Dispose();
        GC.SuppressFinalize(this);
    }

    // Another key, as the framework would make it, for 90 days from so long after the beginning of ours.
    private static XElement Made(KeyRow ours, char id, Duration after)
    {
        var key = XElement.Parse(ours.Element.Replace(ours.Id[4..], Planted[..^1] + id, StringComparison.Ordinal));
        key.Element("activationDate")!.SetValue((ours.ActivatesAt!.Value + after).ToDateTimeOffset());
        key.Element("expirationDate")!.SetValue((ours.ActivatesAt!.Value + after + Duration.FromDays(90)).ToDateTimeOffset());
        return key;
    }

    private static string IdIn(string closed)
    {
        var bytes = Convert.FromBase64String(closed.Replace('-', '+').Replace('_', '/').PadRight((closed.Length + 3) / 4 * 4, '='));
        return new Guid(bytes.AsSpan(4, 16)).ToString();
    }

    private protected static async Task PlantAsync(TestDatabase test, string how, KeyRow ours)
    {
        var masterKey = new XElement("masterKey", new XElement("value", Convert.ToBase64String(new byte[64])));
        var key = XElement.Parse(ours.Element);
        var secret = key.Descendants().Single(e => e.Name.LocalName == "encryptedSecret");
        secret.ReplaceWith(how == "in the clear"
            ? masterKey
            : new XElement(secret.Name, new XAttribute("decryptorType", typeof(NullXmlDecryptor).AssemblyQualifiedName!), new XElement("unencryptedKey", masterKey)));
        key.SetAttributeValue("id", Planted);
        key.Element("activationDate")!.SetValue(TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture));
        key.Element("creationDate")!.SetValue(TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture));
        await InsertAsync(test, key.ToString(SaveOptions.DisableFormatting), ours, how switch
        {
            "with the mark of another key" => (ours.MarkedBy, ours.Mark),
            "with a mark of its own" => (ours.MarkedBy, new byte[32]),
            _ => (null, null),
        });
    }

    private static Task<int> InsertAsync(TestDatabase test, string element, KeyRow ours, (string? By, byte[]? Mark) mark = default) => test.Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "insert into protection_key (key_id, element, wrapped_by, activates_at, expires_at, marked_by, mark, stored_at) select @id, @element, wrapped_by, activates_at, expires_at, @by, @mark, stored_at from protection_key where key_id = @ours",
            new { id = Planted, element, by = mark.By, mark = mark.Mark, ours = ours.Id },
            transaction),
        CancellationToken.None);

    private protected static Task<int> ExecuteAsync(TestDatabase test, string sql) =>
        test.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);
}
