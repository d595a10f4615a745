using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace OnCall.Data.Sealing;

/// <summary>
/// Seals words before they are stored and opens them again. What is sealed is bound to its column and to its row: copied into another, it does
/// not open. The form is <c>sealed:1:</c> and the base64url of what Data Protection makes of the row's id and the words in UTF-8.
/// </summary>
/// <param name="protection">Asked for when the first words are sealed or opened: the keys lie in the database that this serves.</param>
/// <param name="unreadable">Told of each value that could not be opened.</param>
public sealed class TextSeal(Func<IDataProtectionProvider> protection, Action<SealedColumn> unreadable)
{
    /// <summary>What stands in place of words that cannot be opened: the key is lost, or somebody changed or moved them.</summary>
    public const string Unreadable = "[cannot be read: its key is lost]";

    /// <summary>How everything sealed begins.</summary>
    public const string Mark = "sealed:1:";

    /// <summary>How many characters, with the mark, are the same in all that one key has sealed: four bytes of the framework's, then the key's id.</summary>
    public const int KeyLength = 35;

    private const int IdBytes = 16;

    private readonly IDataProtector?[] _protectors = new IDataProtector?[Enum.GetValues<SealedColumn>().Length];

    /// <param name="row">The id of the row, or of the page that it belongs to.</param>
    [return: NotNullIfNotNull(nameof(words))]
    public string? Seal(SealedColumn column, Guid row, string? words)
    {
        if (words is null)
        {
            return null;
        }

        var plain = new byte[IdBytes + Encoding.UTF8.GetByteCount(words)];
        _ = row.TryWriteBytes(plain);
        Encoding.UTF8.GetBytes(words, plain.AsSpan(IdBytes));
        return string.Concat(Mark, Base64Url.EncodeToString(Of(column).Protect(plain)));
    }

    /// <summary>The words; those that were stored before words were sealed as they stand, and <see cref="Unreadable"/> for what cannot be opened.</summary>
    [return: NotNullIfNotNull(nameof(stored))]
    public string? Open(SealedColumn column, Guid row, string? stored) => stored is null ? null : OpenOrNull(column, row, stored) ?? Unreadable;

    /// <summary>As <see cref="Open"/>, and null for what cannot be opened.</summary>
    public string? OpenOrNull(SealedColumn column, Guid row, string? stored)
    {
        if (stored is null || !IsSealed(stored))
        {
            return stored;
        }

        try
        {
            var plain = Of(column).Unprotect(Base64Url.DecodeFromChars(stored.AsSpan(Mark.Length)));
            if (plain.Length >= IdBytes && new Guid(plain.AsSpan(0, IdBytes)) == row)
            {
                return Encoding.UTF8.GetString(plain.AsSpan(IdBytes));
            }
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            // Whoever is paged must be paged, whatever became of the words.
        }

        unreadable(column);
        return null;
    }

    /// <summary>How all begins that is sealed now; what begins otherwise is plain, or sealed by a key that is retired.</summary>
    public string KeyOfNow() => Seal(SealedColumn.PageBody, Guid.Empty, "")[..KeyLength];

    public static bool IsSealed(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.StartsWith(Mark, StringComparison.Ordinal);
    }

    private IDataProtector Of(SealedColumn column) => _protectors[(int)column] ??= protection().CreateProtector(PurposeOf(column));

    // Written into what is stored: never changed.
    private static string PurposeOf(SealedColumn column) => column switch
    {
        SealedColumn.PageSubject => "OnCall.Page.Subject",
        SealedColumn.PageBody => "OnCall.Page.Body",
        SealedColumn.PagePatientRef => "OnCall.Page.PatientRef",
        SealedColumn.PageReplies => "OnCall.Page.Replies",
        SealedColumn.PageEventDetail => "OnCall.PageEvent.Detail",
        SealedColumn.AcknowledgementReply => "OnCall.Acknowledgement.Reply",
        SealedColumn.AcknowledgementReadBack => "OnCall.Acknowledgement.ReadBack",
        SealedColumn.CoverReason => "OnCall.Cover.Reason",
        SealedColumn.SwapReason => "OnCall.Swap.Reason",
        SealedColumn.RosterPullSecret => "OnCall.RosterPull.Secret",
        SealedColumn.BrokenGlassNote => "OnCall.BrokenGlass.Note",
        SealedColumn.LinkSecret => "OnCall.Link.Secret",
        SealedColumn.PushKey => "OnCall.Push.Key",
        SealedColumn.PushTarget => "OnCall.Push.Target",
        SealedColumn.HoldReason => "OnCall.LegalHold.Reason",
        SealedColumn.HoldLiftReason => "OnCall.LegalHold.LiftReason",
        SealedColumn.IdempotencyKeyHash => "OnCall.IdempotencyKey.Hash",
        SealedColumn.AuditWords => "OnCall.Audit.Words",
    };
}
