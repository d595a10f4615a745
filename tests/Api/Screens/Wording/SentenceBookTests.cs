using System.Globalization;
using OnCall.Api.Screens.Wording.Sentences;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

/// <summary>What the rules say, as a Japanese or Chinese screen shows it.</summary>
public sealed class SentenceBookTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Ann passed it on to ICU. ", 160));

    [Theory]
    [InlineData("Ann Berg has it.", "Ann Bergさんが引き受けました。", "Ann Berg 已接手。")]
    [InlineData("Step 2 of 3, repeat 1.", "段階 2／3、繰り返し1回目。", "第 2 步，共 3 步，第 1 次重复。")]
    [InlineData("Ward 3 paged Cardiology – duty physician, critical-result.", "Ward 3 が Cardiology – duty physician を呼び出しました（パニック値）。", "Ward 3 呼叫了 Cardiology – duty physician（危急值）。")]
    [InlineData("Attempt 2: This channel is not configured.", "送信2回目：この送信経路は設定されていません。", "第 2 次尝试：此通道没有配置。")]
    [InlineData("Messages wait to be sent by Pager (SNPP).", "ポケットベル（SNPP）で送る通知が滞っています。", "通过寻呼机（SNPP）发送的通知积压了。")]
    [InlineData("Ann Berg acknowledged it at 2026-11-22T05:40:12Z. Nothing more to do.", "Ann Bergさんが 2026-11-22T05:40:12Z に引き受けました。することはもうありません。", "Ann Berg 已于 2026-11-22T05:40:12Z 接手。无需再做什么。")]
    [InlineData("Nobody is on shift for ICU. No step is left.", "ICU に勤務中の人がいません。残っている段階がありません。", "ICU 无人在班。没有剩余的步骤。")]
    [InlineData("Attempt 1: SMS: too many requests (Twilio 20429) Tried again shortly.", "送信1回目：SMS：要求が多すぎます（Twilio 20429）。まもなく再送します。", "第 1 次尝试：短信：请求过多（Twilio 20429）。稍后重试。")]
    [InlineData("Attempt 1: Voice: no answer in time", "送信1回目：音声電話：時間内に応答がありません", "第 1 次尝试：语音电话：未及时应答")]
    [InlineData("Web push: too many requests (HTTP 429)", "Webプッシュ：要求が多すぎます（HTTP 429）", "网页推送：请求过多（HTTP 429）")]
    [InlineData("Push: sign-in refused (no status)", "プッシュ通知：サインインを拒否されました（状態なし）", "推送：登录被拒绝（无状态）")]
    [InlineData("Pager: queued (SNPP 960)", "ポケットベル：順番待ちです（SNPP 960）", "寻呼机：排队中（SNPP 960）")]
    [InlineData("'ICU' wants rank 3 or higher; Ann Berg has rank 2.", "「ICU」は職位の順位が3以上であることが条件です（Ann Bergさんは2）。", "“ICU”要求职级 3 或以上（Ann Berg 为 2）。")]
    [InlineData("'ICU' wants rank 3 or higher; Ann Berg has no known rank. Ask one of its schedulers to put you in, or page the role.", "「ICU」の条件：職位の順位が3以上であること（Ann Bergさんの順位は不明）。勤務表担当者に頼むか、役割を呼び出してください。", "“ICU”的要求：要求职级 3 或以上（Ann Berg 的职级未知）。请让其排班员安排您，或呼叫该岗位。")]
    [InlineData("Dr. Ann {B} \"O'Neil\" 山田. has it.", "Dr. Ann {B} \"O'Neil\" 山田.さんが引き受けました。", "Dr. Ann {B} \"O'Neil\" 山田. 已接手。")]
    public void Sentences_of_trails_refusals_and_alarms_are_told_in_both_languages(string english, string japanese, string chinese)
    {
        Assert.Equal(japanese, In("ja-JP", english));
        Assert.Equal(chinese, In("zh-CN", english));
    }

    [Theory]
    [InlineData("Nobody of us knows this sentence.")]
    [InlineData("No step is left. Nobody of us knows this one.")]
    [InlineData("")]
    [InlineData(". ")]
    public void What_is_not_known_stays_English_whole(string english)
    {
        Assert.Equal(english, In("ja", english));
        Assert.Equal(english, In("zh-Hans", english));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr-BE")]
    [InlineData("zh-Hant-TW")]
    public void Other_languages_read_English(string language) => Assert.Equal("No step is left.", In(language, "No step is left."));

    [Theory]
    [InlineData("Bob passed it on to Cardiology.")]
    [InlineData("No step is left.")]
    [InlineData("Every channel has failed; not waited for. Nobody is on shift for ICU.")]
    [InlineData("{by} 100 % \"sure\" – 了解。")]
    public void What_people_wrote_stays_as_they_wrote_it(string words)
    {
        Assert.Equal("Ann Bergさんが引き受けました：" + words, In("ja", "Ann Berg has it: " + words));
        Assert.Equal($"Ann Bergさんが対応を続けています：{words}。結果の期限は 05:40:12Z です。", In("ja", $"Ann Berg is still at it: {words}. The outcome is due by 05:40:12Z."));
        Assert.Equal("Ann Berg：" + words, In("zh-Hans", "Ann Berg: " + words));
    }

    [Fact]
    public void Four_thousand_characters_of_somebodys_words_are_neither_changed_nor_lost() =>
        Assert.Equal("Ann Bergさんが引き受けました：" + Long, In("ja", "Ann Berg has it: " + Long));

    [Fact]
    public void An_argument_is_translated_only_where_the_rules_made_it()
    {
        var book = new SentenceBook(new Dictionary<string, string> { ["{who} chose {saidWhat}."] = "{saidWhat}<{who}", ["code"] = "C" });

        Assert.Equal("C<code", book.Translate("code chose code."));
    }

    [Fact]
    public void What_a_file_that_was_fetched_is_not_taken_for_is_told_with_each_of_its_rows() => Assert.Equal(
        "勤務表の取り込み icu で何も変わりませんでした：勤務表にエラーがあります。3行目、Start：「Start」が空です。どの勤務にも日付と時刻が必要です。4行目：この職員番号の人はいません。",
        In("ja", "The roster pull icu changed nothing: The roster has errors. Row 3, Start: 'Start' is empty. Every shift needs a date and a time. Row 4: Nobody has this employee number."));

    [Fact]
    public void Braces_of_a_sentences_own_are_doubled_in_its_template() =>
        Assert.Equal("書く {a, b}", new SentenceBook(new Dictionary<string, string> { ["Write {{a, b}}."] = "書く {{a, b}}" }).Translate("Write {a, b}."));

    private static string In(string language, string english) => SentenceBook.In(CultureInfo.GetCultureInfo(language), english);
}
