using System.Security.Cryptography;
using System.Text;
using OnCall.Domain.Exports;
using Xunit;

namespace OnCall.Domain.Tests.Exports;

public sealed class SignedFileTests : IDisposable
{
    private const int Flips = 3000;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<ExportForm, string> Files => new()
    {
        { ExportForm.Html, "<!doctype html>\n<p>Ward – シフト</p>\n</html>\n" },
        { ExportForm.Json, "{\"export\":{\"a\":1}" },
        { ExportForm.Html, "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_signed_is_genuine_by_its_key_and_by_no_other(ExportForm form, string text)
    {
        var file = SignedFile.Seal(form, Encoding.UTF8.GetBytes(text), _key);
        var seal = SignedFile.Find(file);
        Assert.NotNull(seal);
        Assert.Equal((form, SignedFile.IdOf(_key)), (seal.Form, seal.KeyId));
        Assert.True(SignedFile.IsGenuine(file, seal, _key));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(SignedFile.IsGenuine(file, seal, other));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Any_byte_that_is_another_is_found_wherever_it_stands(ExportForm form, string text)
    {
        var file = SignedFile.Seal(form, Encoding.UTF8.GetBytes(text), _key);
        var random = new Random(4711);
        for (var i = 0; i < Flips; i++)
        {
            // Every place once, then places by chance.
            var changed = (byte[])file.Clone();
            var place = i < file.Length ? i : random.Next(file.Length);
            changed[place] ^= (byte)random.Next(1, 256);
            Assert.False(IsGenuine(changed), $"byte {place} is {changed[place]} instead of {file[place]}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_may_be_added_or_cut_off(ExportForm form, string text)
    {
        var file = SignedFile.Seal(form, Encoding.UTF8.GetBytes(text), _key);
        Assert.False(IsGenuine([.. file, (byte)'\n']));
        Assert.False(IsGenuine([(byte)' ', .. file]));
        for (var length = 0; length < file.Length; length++)
        {
            Assert.False(IsGenuine(file[..length]));
        }
    }

    [Fact]
    public void A_seal_of_one_form_is_none_of_the_other_and_json_stays_json()
    {
        var json = SignedFile.Seal(ExportForm.Json, "{\"export\":{\"a\":1}"u8, _key);
        using var read = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(SignedFile.IdOf(_key), read.RootElement.GetProperty("seal").GetProperty("key").GetString());

        // The same content and signature, dressed as the other form.
        var html = SignedFile.Seal(ExportForm.Html, "{\"export\":{\"a\":1}"u8, _key);
        var moved = Encoding.ASCII.GetString(html).Replace(
            Convert.ToHexStringLower(SignedFile.Find(html)!.Signature), Convert.ToHexStringLower(SignedFile.Find(json)!.Signature), StringComparison.Ordinal);
        Assert.False(IsGenuine(Encoding.ASCII.GetBytes(moved)));
    }

    public void Dispose() => _key.Dispose();

    private bool IsGenuine(byte[] file) => SignedFile.Find(file) is { } seal && SignedFile.IsGenuine(file, seal, _key);
}
