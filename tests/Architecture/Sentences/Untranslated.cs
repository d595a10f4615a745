namespace OnCall.Architecture.Tests.Sentences;

/// <summary>
/// What reads like a sentence in the sources and is not translated, each with its reason: no screen shows it in its reader's language. It is
/// no words, is written in the log, goes out to people in a language of its own, or is kept as it was written.
/// </summary>
internal static class Untranslated
{
    private const string OwnLanguage = "leaves OnCall, in a language of its own";
    private const string OfTheApi = "read by programs, which the API answers in English";
    private const string Operators = "read by whoever runs OnCall, in the log or at the start";
    private const string Kept = "kept in the audit trail or the record, as it was written";
    private const string Heading = "a heading as files have it";
    private const string Demand = "DemandReview joins the role and what it asks for";
    private const string Silence = "TwilioAnswers joins the channel and what ProviderHttp says";
    private const string Untaken = "TakeRoster makes a sentence of the title of a refusal";
    private const string OfStatus = "StatusProblems, by BodyProblem and ProblemTypes";
    private const string Format = "no words: a format, a header or a protocol";

    /// <summary>Folders and files.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/OnCall.Domain/Notices/"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/CheckText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/DeviceTestText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/ExternalText.cs"] = OwnLanguage,
        ["src/OnCall.Domain/Notifications/Speech/"] = OwnLanguage,
        ["src/OnCall.Application/Access/Groups/MapGroups.cs"] = Operators,
        ["src/OnCall.Application/Alarms/PingWatchdog.cs"] = Operators,
        ["src/OnCall.Application/Alarms/RunSelfTest.cs"] = Kept,
        ["src/OnCall.Application/Directory/SetUp.cs"] = Kept,
        ["src/OnCall.Application/Exports/ExportHtml.cs"] = OwnLanguage,
        ["src/OnCall.Application/Exports/ExportedFile.cs"] = Format,
        ["src/OnCall.Application/Paging/AnswerSms.cs"] = OwnLanguage,
        ["src/OnCall.Application/Paging/PageNotKnownException.cs"] = Operators,
        ["src/OnCall.Application/Paging/StoreSlowException.cs"] = Operators,
        ["src/OnCall.Application/Rosters/Feeds/FeedCalendars.cs"] = OwnLanguage,
        ["src/OnCall.Application/Telemetry/"] = Operators,
        ["src/OnCall.Channels/LimitSettings.cs"] = Operators,
        ["src/OnCall.Channels/Mail/MailMessages.cs"] = OwnLanguage,
        ["src/OnCall.Channels/Mail/SmtpOptionsValidator.cs"] = Operators,
        ["src/OnCall.Channels/Pager/SnppOptionsValidator.cs"] = Operators,
        ["src/OnCall.Channels/Pager/SnppPlan.cs"] = Format,
        ["src/OnCall.Channels/Push/FcmError.cs"] = Format,
        ["src/OnCall.Channels/Push/FcmMessage.cs"] = OwnLanguage,
        ["src/OnCall.Channels/Push/FcmOptionsValidator.cs"] = Operators,
        ["src/OnCall.Channels/Push/ServiceAccount.cs"] = Operators,
        ["src/OnCall.Channels/Push/Web/MessageEncryption.cs"] = Format,
        ["src/OnCall.Channels/Push/Web/VapidTokens.cs"] = Format,
        ["src/OnCall.Channels/Push/Web/WebPushOptionsValidator.cs"] = Operators,
        ["src/OnCall.Channels/Push/Web/WebPushWords.cs"] = OwnLanguage,
        ["src/OnCall.Channels/Twilio/TwilioOptionsValidator.cs"] = Operators,
        ["src/OnCall.Channels/Twilio/TwimlWriter.cs"] = Format,
        ["src/OnCall.Data/Paging/States/Missing.cs"] = Operators,
        ["src/OnCall.Data/Protection/"] = Operators,
        ["src/OnCall.Data/Retention/PurgeSteps.cs"] = Operators,
        ["src/OnCall.Data/Rows/RowTemplate.cs"] = Format,
        ["src/OnCall.Data/Rows/ServerTemplate.cs"] = Format,
        ["src/OnCall.Data/Schema/MigrationPlan.cs"] = Operators,
        ["src/OnCall.Data/Schema/DatabaseReadiness.cs"] = Operators,
        ["src/OnCall.Data/Sealing/UnreadableWords.cs"] = Operators,
        ["src/OnCall.Data/SqliteCheckpoints.cs"] = Format,
        ["src/OnCall.Data/SqliteDatabase.cs"] = Format,
        ["src/OnCall.Data/SqlServer/"] = Operators,
        ["src/OnCall.Data/SqlServerDatabase.cs"] = Format,
        ["src/OnCall.RosterFiles/Export/"] = Format,
        ["src/OnCall.RosterFiles/ICalendar/ICalendarWriter.cs"] = Format,
        ["src/OnCall.RosterFiles/Paper/PaperCsv.cs"] = Format,
        ["src/OnCall.RosterFiles/Paper/PaperFrame.cs"] = Format,
        ["src/OnCall.RosterFiles/Paper/PaperTimes.cs"] = Format,
        ["src/OnCall.RosterFiles/Tables/Headings.cs"] = Format,
        ["src/OnCall.Api/Auth/Accounts/DirectorySignIn.cs"] = Kept,
        ["src/OnCall.Api/Auth/Accounts/PasswordSignIn.cs"] = Kept,
        ["src/OnCall.Api/Auth/Groups/"] = Operators,
        ["src/OnCall.Api/Auth/KeyHandler.cs"] = OfTheApi,
        ["src/OnCall.Api/Auth/OpenId/"] = Operators,
        ["src/OnCall.Api/Auth/Passkeys/PasskeyRefusal.cs"] = Kept,
        ["src/OnCall.Api/Auth/SecondFactor/Authenticator.cs"] = Kept,
        ["src/OnCall.Api/Auth/SessionEvents.cs"] = Format,
        ["src/OnCall.Api/Auth/SetUp/SetUpCode.cs"] = Operators,
        ["src/OnCall.Api/Composition/"] = Operators,
        ["src/OnCall.Api/Demo/"] = Kept,
        ["src/OnCall.Api/Description/"] = OfTheApi,
        ["src/OnCall.Api/Endpoints/"] = OfTheApi,
        ["src/OnCall.Api/Exports/"] = Operators,
        ["src/OnCall.Api/Health/"] = Operators,
        ["src/OnCall.Api/Https/"] = Operators,
        ["src/OnCall.Api/Limits/RateLimits.cs"] = Operators,
        ["src/OnCall.Api/Metrics/"] = Operators,
        ["src/OnCall.Api/Problems/BodyProblem.cs"] = OfTheApi,
        ["src/OnCall.Api/Problems/PlainPage.cs"] = Format,
        ["src/OnCall.Api/Screens/Wording/Countdown.cs"] = Format,
        ["src/OnCall.Api/Screens/Wording/DatePatterns.cs"] = Format,
        ["src/OnCall.Api/Screens/Wording/TimeText.cs"] = Format,
        ["src/OnCall.Api/Screens/Dispatch/Stamp.cs"] = Format,
        ["src/OnCall.Api/Settings/"] = Operators,
        ["src/OnCall.Api/Watch/"] = Operators,
        ["src/OnCall.Api/Webhooks/"] = OfTheApi,
    };

    /// <summary>Single texts of places that are translated otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [" Tried again shortly."] = "stands behind an attempt: see Made",
        ["[cannot be read: its key is lost]"] = "stands where somebody's own words stood",
        ["<p class=\"made\">"] = Format,
        ["d MMM uuuu"] = Format,
        ["PowerPoint Document"] = Format,
        ["Employee no"] = Heading,
        ["Staff ID"] = Heading,
        ["Staff name"] = Heading,
        ["by hand"] = "the screen has a text of its own for it",
        ["day off"] = "a word of the grid's legend, never shown",
        ["passkey wanted"] = Kept,
        ["Roster pull {}"] = Kept,
        ["somebody unknown"] = "stands among the names of people",
        ["swap: {}"] = "kept as the reason of a cover, as it was written",
        ["taken over"] = "kept as the reason of a cover, as it was written",
        ["text/csv; charset=utf-8"] = Format,
        ["text/html; charset=utf-8"] = Format,
        ["The file holds no shift. "] = "sentences that are each translated",
        ["The file holds no shift. {}"] = "sentences that are each translated",
        ["uuuu-MM-dd HH:mm"] = Format,
        ["wrong password"] = Kept,
        ["yyyy-MM-dd HH:mm"] = Format,
        ["yyyy-MM-dd HH:mm:ss"] = Format,
    };

    /// <summary>Translated, though the sources make them of parts or hold them as single words: where they come from.</summary>
    public static IReadOnlyDictionary<string, string> Made { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["{}: {}"] = "CourseRules: what came of a page",
        ["Attempt {}: {} Tried again shortly."] = "NotificationStore.Results joins AttemptLine and this",
        ["In-app"] = "ChannelName", ["Push"] = "ChannelName", ["SMS"] = "ChannelName", ["Voice"] = "ChannelName", ["Mail"] = "ChannelName",
        ["code"] = "UrgencyNames", ["urgent"] = "UrgencyNames", ["critical-result"] = "UrgencyNames", ["routine"] = "UrgencyNames",
        ["answered"] = "ReplyRules",
        ["Numbers"] = "PaperHtml", ["NOBODY"] = "PaperHtml",
        ["'{}' wants one of: {}; {} is of no known position."] = Demand, ["'{}' wants one of: {}; {} is {}."] = Demand,
        ["'{}' wants rank {} or higher; {} has no known rank."] = Demand, ["'{}' wants rank {} or higher; {} has rank {}."] = Demand,
        ["refused"] = "the answers of Twilio, FCM and SNPP", ["queued"] = "SnppAnswers", ["delivered"] = "SnppAnswers", ["no status"] = "FcmSignIn",
        ["failed"] = "a status of Twilio", ["undelivered"] = "a status of Twilio", ["canceled"] = "a status of Twilio",
        ["SMS: no answer in time"] = Silence, ["SMS: no connection in time"] = Silence, ["SMS: connection lost"] = Silence,
        ["SMS: host name not found"] = Silence, ["SMS: secure connection refused"] = Silence, ["SMS: no connection"] = Silence,
        ["Voice: no answer in time"] = Silence, ["Voice: no connection in time"] = Silence, ["Voice: connection lost"] = Silence,
        ["Voice: host name not found"] = Silence, ["Voice: secure connection refused"] = Silence, ["Voice: no connection"] = Silence,
        ["The roster has errors."] = Untaken, ["The roster keeps changing."] = Untaken, ["The input cannot be taken."] = Untaken,
        ["Not permitted."] = Untaken, ["The file is too large."] = Untaken, ["The file holds no shift."] = "TakeRoster, which trims it",
        ["Nothing was done. Send it again after the seconds in Retry-After. Acknowledging, and pages of more than routine urgency, are never held up."] = OfStatus,
        ["Only by HTTPS"] = OfStatus, ["This came unencrypted, and nothing was done. Send it to the https address. A key that was in it may have been read on its way: revoke it."] = OfStatus,
        ["The body is too large"] = OfStatus, ["Send less in one request. Nothing was stored."] = OfStatus,
    };

    public static string? ReasonFor(string path, string shape) =>
        Places.FirstOrDefault(place => path.StartsWith(place.Key, StringComparison.Ordinal)).Value ?? Texts.GetValueOrDefault(shape);
}
