using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using OnCall.Api.Composition;
using OnCall.Api.Endpoints.Rosters;
using OnCall.Api.Webhooks;
using OnCall.Application.Rosters.Uploads;
using OnCall.Channels.Sms;
using OnCall.Channels.Twilio;
using OnCall.Channels.Voice;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>Forms that providers and people post.</summary>
internal static class WebhookTargets
{
    private const string Query = "?notification=0199a3c0-0000-7000-8000-000000000001&attempt=1";
    private static readonly TwilioOptions Twilio = new() { AccountSid = "AC0123", AuthToken = "the-token", From = "+15550100", PublicUrl = "https://oncall.example.org" };

    private static readonly IReadOnlyList<byte[]> Forms = Samples.Texts(
        "AccountSid=AC0123&MessageSid=SM1&From=%2B15550100&To=%2B15550199&Body=%23A1B2+Y&NumMedia=0",
        "AccountSid=AC0123&MessageSid=SM2&From=%2B15550100&Body=STOP&OptOutType=STOP",
        "AccountSid=AC0123&MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30005",
        "AccountSid=AC0123&CallSid=CA1&CallStatus=completed&AnsweredBy=machine_end_beep&To=%2B15550100",
        "AccountSid=AC0123&CallSid=CA1&To=%2B15550100&Digits=1&Body=%E3%81%AF%E3%81%84");

    private static readonly IReadOnlyList<byte[]> Uploads = Samples.Texts(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.csv\"\r\nContent-Type: text/csv\r\n\r\nRole,Employee no,Start,End\r\nWard,N1,2026-10-12T07:00,2026-10-12T19:00\r\n--b\r\nContent-Disposition: form-data; name=\"timeZone\"\r\n\r\nEurope/Brussels\r\n--b\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{\"start\":\"Beginn\"}\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=utf-8''%E5%BD%93.csv\r\n\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"publish\"\r\nContent-Type: text/plain; charset=utf-16\r\n\r\nt\0r\0u\0e\0\r\n--b--");

    public static IReadOnlyList<Target> All { get; } =
    [
        new("twilio-webhook", chance => Mutation.Of(chance, Forms), bytes => ReadWebhook(bytes, signed: true)),
        new("twilio-signature", chance => Mutation.Of(chance, Forms), bytes => ReadWebhook(bytes, signed: false)),
        new("upload-form", chance => Mutation.Of(chance, Uploads), ReadUpload),
    ];

    private static void ReadWebhook(byte[] bytes, bool signed)
    {
        if (FormOf(bytes) is not { } fields)
        {
            return;
        }

        var request = Request("application/x-www-form-urlencoded", bytes);
        request.Path = TwilioPaths.Status;
        request.QueryString = new QueryString(Query);

        // Where it is not signed rightly, the form says itself by what it claims to be.
        request.Headers[TwilioSignature.Header] = signed ? TwilioSignature.Compute(Twilio.AuthToken!, Twilio.WebhookUrl(TwilioPaths.Status + Query), fields) : TextTargets.TextOf(bytes);
        var read = Done(SignedForm.ReadAsync(request, Twilio, CancellationToken.None));
        Must.Be(signed || !read.Ok, "A form was taken that nobody signed.");
        if (!read.Ok)
        {
            return;
        }

        Must.Be(fields.TryGetValue("AccountSid", out var account) && account == "AC0123", "A form of another account was taken.");
        TwilioStatusReceipt.Read(read.Value.Fields, request.Query);
        InboundCall.Read(read.Value.Fields, request.Query)?.OfMachine();
        if (InboundSms.Read(read.Value.Fields) is { } sms)
        {
            using var written = XmlReader.Create(new StringReader(TwimlReply.Write(SmsReply.Parse(sms.Body).Text)));
            while (written.Read())
            {
                // What is answered is XML, whatever was asked.
            }
        }
    }

    private static void ReadUpload(byte[] bytes)
    {
        try
        {
            var read = Done(UploadForm.ReadAsync(Request("multipart/form-data; boundary=b", bytes), CancellationToken.None));
            if (read.Ok)
            {
                new UploadRosterValidator().Validate(read.Value);
            }
        }
        catch (BadHttpRequestException)
        {
            // Answered with 400, as every body that cannot be read.
        }
    }

    private static HttpRequest Request(string contentType, byte[] body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = contentType;
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body, writable: false);
        BrokenForms.Watch(context.Request, new FormOptions());
        return context.Request;
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues>? FormOf(byte[] bytes)
    {
        try
        {
            using var form = new FormReader(new MemoryStream(bytes), Encoding.UTF8);
            return form.ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static T Done<T>(Task<T> reading)
    {
        Must.Be(reading.IsCompleted || ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30)), "It waits for something.");
        return reading.GetAwaiter().GetResult();
    }
}
