namespace OnCall.Api.Description;

/// <summary>Every problem type that the API answers with, and an example of each.</summary>
internal static class ProblemTypes
{
    private const string Nothing = "Nothing was changed. Correct the fields named in errors and send it again.";

    internal static readonly ProblemType Unauthenticated = new(401, "unauthenticated", "A key is needed", "Send a valid key: Authorization: Bearer <key>.");
    internal static readonly ProblemType Forbidden = new(403, "forbidden", "Not permitted", "Your permissions do not reach this.");
    internal static readonly ProblemType ForgedRequest = new(400, "forged-request", "The request does not come from a screen of OnCall", "Load the screen again and repeat it.");
    internal static readonly ProblemType TooManyRequests = new(
        429, "too-many-requests", "Too many requests",
        "Nothing was done. Send it again after the seconds in Retry-After. Acknowledging, and pages of more than routine urgency, are never held up.");

    internal static readonly ProblemType TooManyRoutinePages = new(
        429, "too-many-routine-pages", "Too many routine pages",
        "This request sent nothing: you have sent more routine pages in a minute than is foreseen. Send it again after the time in Retry-After.");

    internal static readonly ProblemType HttpsNeeded = new(
        421, "https-needed", "Only by HTTPS", "This came unencrypted, and nothing was done. Send it to the https address. A key that was in it may have been read on its way: revoke it.");

    internal static readonly ProblemType Unexpected = new(500, "unexpected", "Something went wrong here", "The server has logged it under this trace id.", """{"traceId":"0HNF1C2D3E4F5:00000002"}""");

    internal static readonly ProblemType BrokenJson = new(400, "broken-json", "The body is not JSON of the expected form", "Nothing was stored. It breaks on line 1, at byte 18 of it.");
    internal static readonly ProblemType UnreadableRequest = new(400, "unreadable-request", "The request cannot be read", "Send a body of the content type application/json.");
    internal static readonly ProblemType UnreadableForm = new(400, "unreadable-form", "The form cannot be read", "The multipart body is broken off or has no boundary. Send it again. Nothing was stored.");
    internal static readonly ProblemType BodyTooLarge = new(413, "body-too-large", "The body is too large", "Send less in one request. Nothing was stored.");
    internal static readonly ProblemType UnsupportedMediaType = new(415, "unsupported-media-type", "The content type does not fit", "Send application/json.");

    internal static readonly ProblemType InvalidParameter = new(
        400, "invalid-input", "The input cannot be taken", Nothing, """{"errors":[{"field":"limit","message":"The value is not of the kind that this parameter holds."}]}""");

    internal static readonly ProblemType InvalidInput = new(
        422, "invalid-input", "The input cannot be taken", Nothing, """{"errors":[{"field":"name","message":"'Name' must not be empty."}]}""");

    internal static readonly ProblemType UnknownOrgUnit = new(404, "unknown-org-unit", "No such unit", "No unit has the code 'ward-9'.");
    internal static readonly ProblemType UnknownPerson = new(404, "unknown-person", "No such person", "Nobody has the employee number 'N404'.");
    internal static readonly ProblemType UnknownPolicy = new(404, "unknown-policy", "No such policy", "No policy has the code 'stroke'.");
    internal static readonly ProblemType UnknownPreset = new(404, "unknown-preset", "No such preset", "No preset has the code 'arest'. Nothing is paged by it.");
    internal static readonly ProblemType PresetNotActive = new(
        409, "preset-not-active", "This preset is not active", "This press paged nobody. Page the roles one by one, or have an administrator make it active.");

    internal static readonly ProblemType NobodyPaged = new(
        409, "nobody-paged", "Nobody was paged", "Not one of its roles could be paged. Press again, or page the roles one by one.", """{"roles":[]}""");

    internal static readonly ProblemType UnknownKey = new(404, "unknown-key", "No such key", "There is no key 0199a3c0-0000-7000-8000-0000000000ff.");
    internal static readonly ProblemType UnknownSession = new(404, "unknown-session", "No such session", "You have no session of this id, or it has ended already.");
    internal static readonly ProblemType UnknownDevice = new(404, "unknown-device", "No such device", "You have no device of this id, or it was removed.");
    internal static readonly ProblemType PushNotConfigured = new(
        409, "push-not-configured", "Pushes are not set up here", "This hospital sends no pushes of this kind. Keep the inbox open instead.");

    internal static readonly ProblemType SharedDevice = new(
        409, "shared-device", "Others use this device too",
        "A shared computer rings for nobody alone. On a device of your own, sign in again and say that only you use it.");

    internal static readonly ProblemType InactivePerson = new(409, "inactive-person", "This person is not active", "Make the person active first; who is not active cannot sign in.");
    internal static readonly ProblemType UnknownPage = new(404, "unknown-page", "No such page", "No page has this id or reference. References of pages closed more than 7 days ago are free again.");
    internal static readonly ProblemType UnknownNotice = new(404, "unknown-notice", "No such notice", "You have no notice with this id. GET /api/v1/me/notices lists yours.");
    internal static readonly ProblemType UnknownContactMethod = new(
        404, "unknown-contact-method", "No such contact method", "You have no contact method with this id. GET /api/v1/me/contact-methods lists yours.");

    internal static readonly ProblemType LastContactMethod = new(
        409, "last-contact-method", "Nothing would reach you any more",
        "This is the last contact method that OnCall can reach you by outside its own screens. Add and verify another one first, or confirm that you want it.");

    internal static readonly ProblemType ChannelNotConfigured = new(
        409, "channel-not-configured", "Nothing can be sent that way", "This installation has no channel for tap. Ask whoever operates it.");

    internal static readonly ProblemType ContactOptedOut = new(
        409, "contact-opted-out", "This contact method wants nothing more", "Whoever has it told the provider to send nothing more. Send START from it first.");

    internal static readonly ProblemType NoCodeOut = new(
        409, "no-code-out", "There is no code to type in", "None was sent to this contact method, it is over, or it was tried too often. Have a new one sent.");

    internal static readonly ProblemType VerifiedElsewhere = new(
        409, "verified-elsewhere", "This is verified for somebody else",
        "Answers from an address that two people have would count for neither. Ask an administrator to take it from the other person first.");

    internal static readonly ProblemType TooManyChecks = new(
        429, "too-many-checks", "Too many codes and tests", "At most 10 codes and tests are sent to a person within an hour. Nothing was sent: try again later.");

    internal static readonly ProblemType UnknownUpload = new(404, "unknown-upload", "No such upload", "There is no roster upload with that id.");
    internal static readonly ProblemType UnknownFeed = new(
        404, "unknown-feed", "No such feed", "There is no calendar feed here. It may have been renewed or revoked: make a new one and subscribe to its address.");

    internal static readonly ProblemType UnknownShift = new(404, "unknown-shift", "No such shift", "Ada Okafor has no shift on 'Cardiology – duty physician' that begins then. It may have been changed meanwhile: look at the roster again.");

    internal static readonly ProblemType UnknownCover = new(404, "unknown-cover", "No such cover", "There is no cover with that id, or it was removed.");

    internal static readonly ProblemType UnknownSwap = new(404, "unknown-swap", "No such swap", "There is no swap with that id that you may see.");

    internal static readonly ProblemType SwapAskedAlready = new(
        409, "swap-asked-already", "There is an open swap over this shift",
        "Another swap over the same time is still open. Withdraw it, or wait for its answer. GET /api/v1/swaps?mine=true lists yours.");

    internal static readonly ProblemType SwapDecided = new(
        409, "swap-decided", "The swap has been decided", "It is withdrawn since 2026-11-23T09:00:00Z, by Ada Okafor. Nothing was changed.",
        """{"state":"withdrawn","at":"2026-11-23T09:00:00Z","by":"Ada Okafor"}""");

    internal static readonly ProblemType SwapNotAccepted = new(409, "swap-not-accepted", "The colleague has not accepted yet", "A scheduler decides once the colleague has accepted.");

    internal static readonly ProblemType SwapBlocked = new(
        409, "swap-blocked", "The swap cannot come in force as things stand", "Bram Peeters is on 'Cardiology – duty physician' already at some time of that shift. Nobody holds two places of one role.");

    internal static readonly ProblemType UnknownRotation = new(404, "unknown-rotation", "No such rotation", "No rotation has the code 'cardiology-nights'.");

    internal static readonly ProblemType UnknownRosterPull = new(404, "unknown-roster-pull", "No such roster pull", "No roster pull has the code 'cardiology-rota'.");

    internal static readonly ProblemType RosterPullBusy = new(
        409, "roster-pull-busy", "The roster is being fetched", "Somebody, or the engine, is fetching it at this moment. Read how it stands in a while.");

    internal static readonly ProblemType UnknownRole = new(
        404, "unknown-role", "No such role", "No role is called 'cardiolgy'. Nearest: Cardiology – duty physician.",
        """{"nearest":[{"code":"cardiology/duty-physician","name":"Cardiology – duty physician"}]}""");

    internal static readonly ProblemType TooManyFavourites = new(409, "too-many-favourites", "Too many favourite roles", "You marked 50 roles. Take one off before you mark another.");

    internal static readonly ProblemType ChangedMeanwhile = new(
        409, "changed-meanwhile", "Changed meanwhile", "Somebody else changed the same thing in the same moment. Nothing was written; send it again.");

    internal static readonly ProblemType RoleAddressTaken = new(
        409, "role-address-taken", "Another role is written like that",
        "'CARDIO ON CALL' already means Cardiology – duty physician (cardiology/duty-physician). Case, width, spaces and the kind of dash do not count.",
        """{"errors":[{"field":"aliases[0]","message":"Another role has this address.","value":"CARDIO ON CALL"}],"role":{"code":"cardiology/duty-physician","name":"Cardiology – duty physician"}}""");

    internal static readonly ProblemType LastAdministrator = new(
        409, "last-administrator", "Nobody would be left to administer", "This is the only active administrator of the whole hospital. Make another one first.");

    internal static readonly ProblemType KeyMissing = new(
        400, "idempotency-key-missing", "Idempotency-Key header missing",
        "Send a new random value with each page, and the same value again when you repeat the request: then the page is never sent twice.");

    internal static readonly ProblemType KeyReused = new(
        409, "idempotency-key-reused", "This Idempotency-Key belongs to another page",
        "The key was used within the last 7 days with another body. Nothing was sent: send this page under a new key.");

    internal static readonly ProblemType Busy = new(
        409, "busy", "The page changed under way", "Others changed this page or its roster several times while this was being done. Nothing was changed: read the page and try again.");

    internal static readonly ProblemType MayReadAlready = new(
        409, "may-read-already", "You may read this page", "You have a part in this page, or your permissions reach it. Nothing was noted: read it as it is.");

    internal static readonly ProblemType NotAResponder = new(
        403, "not-a-responder", "This page does not ask you",
        "Only someone whom the page has notified, and who has not passed it on, can answer it. The escalation goes on. Call the desk if you want to take it.");

    internal static readonly ProblemType AlreadyAcknowledged = new(
        409, "already-acknowledged", "Somebody has it already", "Ada Okafor acknowledged it at 2026-11-23T09:01:12Z. Nothing more to do.",
        """{"acknowledgedBy":{"employeeNo":"N1001","name":"Ada Okafor"},"acknowledgedAt":"2026-11-23T09:01:12Z"}""");

    internal static readonly ProblemType HandedOver = new(409, "handed-over", "The page was handed over", "Your part in it has ended: handed over to Bram Peeters. Your reply was recorded.");

    internal static readonly ProblemType ReadBackNeeded = new(
        422, "read-back-needed", "Read the value back",
        "A critical result is acknowledged by reading the value back: send readBack, or call the desk. Your reply was recorded and the escalation goes on.",
        """{"errors":[{"field":"readBack","message":"Write the value as you understood it."}]}""");

    internal static readonly ProblemType PageClosed = new(409, "page-closed", "The page is closed", "It was resolved at 2026-11-23T09:20:00Z.");

    internal static readonly ProblemType NotAcknowledged = new(
        409, "not-acknowledged", "Nobody has acknowledged it yet", "Acknowledge it first; only a dispatcher closes a page that nobody has taken.");

    internal static readonly ProblemType FileTooLarge = new(413, "file-too-large", "The file is too large", "A roster file may have 16 MiB. Split it by role or by time. Nothing was stored.");

    internal static readonly ProblemType RosterHasErrors = new(
        422, "roster-has-errors", "The roster has errors", "Nothing was stored. Correct the rows named in errors and upload the file again.",
        """{"errors":[{"row":3,"column":"Role","message":"No role is called so. Correct it, or let missing roles be made.","value":"Cardiolgy"}]}""");

    internal static readonly ProblemType RosterBusy = new(
        409, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment, again and again. Nothing was stored: send it again.");

    internal static readonly ProblemType StalePreview = new(
        409, "stale-preview", "The preview is out of date",
        "Somebody else has changed the same roster since this preview was made. Nothing was published: upload the file again and look at the new preview.");

    internal static readonly ProblemType RolledBack = new(409, "rolled-back", "The upload was rolled back", "Upload the file again to publish it anew.");
    internal static readonly ProblemType Overlaid = new(409, "overlaid", "A later publication is in the way", "A later upload has changed the same role and time. Roll that one back first.");
    internal static readonly ProblemType NotPublished = new(409, "not-published", "The upload is not in force", "Only a published upload can be rolled back, and only once.");
    internal static readonly ProblemType CoverOver = new(409, "cover-over", "The cover is over", "What is past stays on record.");

    internal static readonly ProblemType AnchorsUnreadable = new(
        409, "anchors-unreadable", "The anchors cannot be read",
        "The file of the anchors cannot be read, so that a chain that was made anew would not be found. See to OnCall__Audit__AnchorFile.");

    internal static readonly ProblemType UnknownRetentionRule = new(404, "unknown-retention-rule", "No such rule", "Nobody has said how long this is kept here. What holds comes from above.");

    internal static readonly ProblemType UnknownHold = new(404, "unknown-hold", "No such hold", "There is no legal hold 0199a3c0-0000-7000-8000-0000000000ff.");
    internal static readonly ProblemType HoldLifted = new(409, "hold-lifted", "The hold was lifted already", "Somebody else has lifted it. Nothing was changed.");

    internal static readonly ProblemType UnsignedWebhook = new(
        403, "unsigned-webhook", "Not signed", "The request does not carry a right signature for its public address. Nothing was taken. Check OnCall__PublicUrl and the account's token.");

    internal static readonly ProblemType OtherAccount = new(
        403, "other-account", "About another account",
        "The form's AccountSid is not the one that is configured here. Nothing was taken. Check OnCall__Channels__Twilio__AccountSid, and which account's number calls this address.");

    internal static readonly ProblemType NotReady = new(503, "not-ready", "Not ready", "The database does not answer.");
}
