using System.Security.Cryptography;
using OnCall.Domain.Directory;
using OnCall.Domain.Exports;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>What comes back from outside and says that this house has made it: links to acknowledge with, exported pages.</summary>
internal static class SignedTargets
{
    private static readonly byte[] Secret = new byte[AcknowledgeToken.SecretBytes];
    private static readonly (NotificationId Notification, PageId Page, PersonId Person) Asked =
        (new(new Guid(1, 0, 0, new byte[8])), new(new Guid(2, 0, 0, new byte[8])), new(new Guid(3, 0, 0, new byte[8])));

    private static readonly string Link = AcknowledgeToken.Of(Secret, Asked.Notification, Asked.Page, Asked.Person);
    private static readonly IReadOnlyList<byte[]> Links = Samples.Texts(Link, AcknowledgeToken.Of(Secret, new(new Guid(9, 0, 0, new byte[8])), Asked.Page, Asked.Person));

    private static readonly ECDsa Key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. Enumerable.Range(1, 32).Select(i => (byte)i)] });
    private static readonly IReadOnlyList<byte[]> Exports =
    [
        SignedFile.Seal(ExportForm.Html, "<!doctype html><title>Page</title><p>Words"u8, Key),
        SignedFile.Seal(ExportForm.Json, "{\"export\":{\"page\":1}"u8, Key),
    ];

    public static IReadOnlyList<Target> All { get; } =
    [
        new("link", chance => Mutation.Of(chance, Links), bytes =>
        {
            var token = TextTargets.TextOf(bytes);
            _ = AcknowledgeToken.Read(token);
            Must.Be(token == Link || !AcknowledgeToken.IsOf(token, Secret, Asked.Notification, Asked.Page, Asked.Person), "A link was taken that nobody was sent.");
        }),
        new("export", chance => Mutation.Of(chance, Exports), bytes => Must.Be(
            SignedFile.Find(bytes) is not { } seal || !SignedFile.IsGenuine(bytes, seal, Key) || Exports.Any(e => e.AsSpan().SequenceEqual(bytes)), "A changed export is called genuine.")),
    ];
}
