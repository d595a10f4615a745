using System.Text;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Channels.Sms;
using OnCall.Domain;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>Short texts that people and programs write.</summary>
internal static class TextTargets
{
    private static readonly IReadOnlyList<byte[]> Replies = Samples.Texts("#A1B2 Y", "a1b2 yes", "Y", "＃Ａ１Ｂ２ はい", "no", "10min", "#A1B2: Give aspirin, I come", "是的", "call me");
    private static readonly IReadOnlyList<byte[]> Times =
        Samples.Texts("2026-10-12", "2026-10-12T07:00", "2026-10-12T07:00:00Z", "2026-10-25T02:30:00+02:00", "12/10/2026 7:00 PM", "令和8年10月12日 19時30分", "12.10.26 07.00", "9999-12-31T23:59:59-14:00", "45000.25", "0001-01-01T00:00+18:00");

    private static readonly IReadOnlyList<byte[]> Names = Samples.Texts("Cardiology – duty physician", "cardiology/duty-physician", "循環器内科 当直", "Ｗａｒｄ　２１", "555 0199", "+32 470 55 01 99", "ada@example.org", "a.b+c@[127.0.0.1]", "4711 12");
    private static readonly IReadOnlyList<byte[]> Zones = Samples.Texts("Europe/Brussels", "Asia/Tokyo", "UTC", "Etc/GMT+12", "CEST+1", "../etc/localtime");
    private static readonly IReadOnlyList<byte[]> Cursors = Samples.Texts("bmV4dA", "d2FyZA==", "0199a3c0-0000-7000-8000-000000000001");
    private static readonly DateOrder?[] Orders = [null, .. Enum.GetValues<DateOrder>().Cast<DateOrder?>()];

    public static IReadOnlyList<Target> All { get; } =
    [
        Of("sms-reply", Replies, ReadReply),
        Of("written-time", Times, ReadTime),
        Of("time-of-a-query", Times, ReadQueryTime),
        Of("time-zone", Zones, text => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)?.GetUtcOffset(Instant.MaxValue)),
        Of("cursor", Cursors, text => ListPart.Of(["a", "b", "c"], item => item, new ListRequest(text, 1))),
        Of("address", Names, ReadAddress),
    ];

    // Half characters come with UTF-16, not with UTF-8.
    internal static string TextOf(byte[] bytes) => bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes) : Encoding.UTF8.GetString(bytes).Replace("\\ud800", "\ud800", StringComparison.Ordinal);

    private static Target Of(string name, IReadOnlyList<byte[]> samples, Action<string> read) =>
        new(name, chance => Mutation.Of(chance, samples), bytes => read(TextOf(bytes)));

    private static void ReadReply(string text)
    {
        var reply = SmsReply.Parse(text);
        Must.Be(reply.Kind == SmsReplyKind.Text || reply.Text.Trim(' ', '.', ',', '!', '。', '、', '"', '\'', '\t', '\r', '\n').Length <= 3, "More than a word was taken for a yes or a no.");
        TwimlReply.Write(reply.Text);
    }

    private static void ReadTime(string text)
    {
        foreach (var order in Orders)
        {
            WrittenTimeText.Read(text, order);
        }

        WrittenTimeText.ReadTime(text);
    }

    private static void ReadQueryTime(string text)
    {
        if (RosterTimes.IsTime(text))
        {
            RosterTimes.At(text, new RosterClock(DateTimeZoneProviders.Tzdb["Europe/Brussels"])).ToDateTimeUtc();
            RosterTimes.Exact(text)?.ToDateTimeUtc();
        }
    }

    private static void ReadAddress(string text)
    {
        if (RoleAddress.TryParse(text, out var address))
        {
            Must.Be(RoleAddress.TryParse(address.ToString(), out _), "An address that was read cannot be read again.");
        }

        RoleCode.FromName(text);
        RoleCode.IsWellFormed(text);
        PlainForm.Of(text);
        Must.Be(!Callback.TryParse(text, out var callback) || callback.ToString().Length > 0, "A number to call is empty.");
        Must.Be(!PageReference.TryParse(text, out var reference) || reference.Value.Length >= PageReference.MinLength, "A reference is too short.");
        foreach (var kind in Enum.GetValues<ContactMethodKind>())
        {
            ContactAddress.Problem(kind, ContactAddress.Tidy(kind, text));
        }
    }
}
