using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>How each door is tried. What deletes stands last, so that it takes nothing away from the others.</summary>
internal static class MatrixDoors
{
    private const string Api = "/api/v1";

    public static IReadOnlyList<MatrixDoor> All { get; } =
    [
        Get("/org-units", u => $"\"Unit {u}\""), Get("/org-units/{code}", "/org-units/{u}"), Get("/org-units/{code}/holidays", "/org-units/{u}/holidays"),
        Get("/roles", u => $"\"Role {u}\""), Get("/roles/{**code}", "/roles/{u}/role"), Get("/roles/resolve", "/roles/resolve?role={u}/role"),
        Get("/roles/search", "/roles/search?q=role", u => $"\"Role {u}\""),
        Get("/policies", _ => ""), Get("/policies/{code}", "/policies/usual"),
        Get("/presets", u => $"\"Team {u}\""), Get("/presets/{code}", "/presets/{u}-team"),
        Get("/people", u => $"\"{u}-1\""), Get("/people/{employeeNo}", "/people/{u}-1"), Get("/people/{employeeNo}/devices", "/people/{u}-1/devices"),
        Get("/keys", u => $"\"{u}-2\""),
        new("GET /metrics", (_, _) => Task.FromResult(new HttpRequestMessage(HttpMethod.Get, "/metrics"))),
        Get("/alarms"), Get("/board/stream"), Get("/me/inbox"), Get("/me/inbox/stream"), Get("/me/notices"), Get("/me/preferences"), Get("/me/contact-methods"), Get("/me/favourite-roles"), Get("/me/devices"), Get("/me/sessions"), Get("/me/shifts"), Get("/me/readiness"),
        Get("/second-factor-rules"), Get("/audit"), Get("/audit.csv"),
        Get("/retention/rules"), Get("/retention/forecast"), Get("/retention/holds", u => $"hold of {u}"), Get("/retention/runs"), Get("/retention/runs.csv"), Get("/pages/exports/keys"),
        Get("/pages", u => $"subject of {u}"), Of("GET", "/pages/{id:guid}", "page"),
        Get("/rosters", "/rosters?from=2026-11-23&to=2026-11-26&role={u}/role", u => $"\"{u}-1\""), Get("/rosters/gaps", "/rosters/gaps?from=2026-11-23&to=2026-11-26", u => $"{u}/role"),
        Get("/rosters/unreachable", u => $"{u}-2"), Get("/rosters/export", "/rosters/export?from=2026-11-23&to=2026-11-26&role={u}/role", u => $"{u}-1"),
        Get("/rosters/report", "/rosters/report?from=2026-11-23&to=2026-11-26", u => $"{u}/role"),
        Get("/rosters/uploads", u => u == "in" ? "{upload in}" : "{upload out}"), Of("GET", "/rosters/uploads/{id:guid}", "upload"),
        Get("/rotations", u => $"{u}-nights"), Get("/rotations/{code}", "/rotations/{u}-nights"),
        Get("/roster-pulls", u => $"{u}-pull"), Get("/roster-pulls/{code}", "/roster-pulls/{u}-pull"),
        Get("/swaps", u => u == "in" ? "{swap in}" : "{swap out}"), Of("GET", "/swaps/{id:guid}", "swap"),

        Body("PUT", "/org-units/{code}", "/org-units/{u}", u => $$"""{"name":"Unit {{u}}"}"""),
        Body("PUT", "/org-units/{code}/holidays", "/org-units/{u}/holidays", _ => """{"holidays":[{"date":"2026-12-25","name":"Christmas"}]}"""),
        Body("PUT", "/people/{employeeNo}", "/people/{u}-1", u => MatrixWorld.Person(u, 1)),
        Body("PUT", "/roles/{**code}", "/roles/{u}/role", u => $$"""{"name":"Role {{u}}","orgUnit":"{{u}}","timeZone":"Europe/Brussels"}"""),
        Body("PUT", "/policies/{code}", "/policies/p-{u}", _ => """{"name":"P","steps":[{"waitSeconds":60,"targets":[{"type":"desk"}]}]}"""),
        Body("PUT", "/presets/{code}", "/presets/{u}-team", MatrixWorld.Preset), new("POST " + Api + "/presets/{code}/set-off", (_, u) => SetOff(u)),
        Body("POST", "/policies/dry-run", "/policies/dry-run", u => $$"""{"role":"{{u}}/role","urgency":"urgent"}"""),
        Body("PUT", "/me/favourite-roles/{**role}", "/me/favourite-roles/{u}/role", _ => ""), Delete("/me/favourite-roles/{**role}", "/me/favourite-roles/{u}/role"),
        Body("PUT", "/me/preferences", "/me/preferences", _ => """{"preferences":[]}"""),
        Body("POST", "/me/contact-methods", "/me/contact-methods", _ => $$"""{"kind":"snpp","address":"{{Random.Shared.NextInt64()}}"}"""),
        Body("PUT", "/me/contact-methods/order", "/me/contact-methods/order", _ => """{"contactMethods":[]}"""),
        .. new[] { "code", "verify", "test" }.Select(act =>
            Body("POST", $"/me/contact-methods/{{id:guid}}/{act}", $"/me/contact-methods/{Guid.Empty}/{act}", _ => """{"code":"000000"}""") with { GoneIsIn = true }),
        Delete("/me/contact-methods/{id:guid}", $"/me/contact-methods/{Guid.Empty}") with { GoneIsIn = true },
        Get("/me/devices/key"), Body("POST", "/me/devices", "/me/devices", _ => $$"""{"name":"Phone","token":"token-{{Random.Shared.NextInt64()}}"}"""),
        .. new[] { "test", "confirm" }.Select(act =>
            Body("POST", $"/me/devices/{{id:guid}}/{act}", $"/me/devices/{Guid.Empty}/{act}", _ => """{"token":"0"}""") with { GoneIsIn = true }),
        Body("POST", "/me/devices/gone", "/me/devices/gone", _ => """{"endpoint":"https://push.example/0"}"""),
        Delete("/me/devices/{id:guid}", $"/me/devices/{Guid.Empty}") with { GoneIsIn = true },
        Body("PUT", "/second-factor-rules", "/second-factor-rules", _ => """{"permissions":[]}"""),
        Body("PUT", "/rotations/{code}", "/rotations/{u}-nights", MatrixWorld.Rotation),
        new("PUT " + Api + "/roster-pulls/{code}", (w, u) => Sent("PUT", $"/roster-pulls/{u}-pull", w.Pull(u))),
        Body("POST", "/keys", "/keys", u => $$"""{"person":"{{u}}-1"}"""),
        Body("POST", "/people/{employeeNo}/invitation", "/people/{u}-1/invitation", _ => "{}"),
        Body("POST", "/shifts", "/shifts", u => $$"""{"role":"{{u}}/role","person":"{{u}}-1","from":"2026-12-27T08:00","to":"2026-12-27T16:00"}"""),
        Delete("/shifts", "/shifts?role={u}/role&person={u}-1&from=2026-12-27T08:00") with { GoneIsIn = true },
        Body("POST", "/covers", "/covers", u => MatrixWorld.Cover(u, "2026-11-24T09:30")),
        Body("POST", "/me/feed", "/me/feed", _ => "{}"), Body("POST", "/me/role-feeds", "/me/role-feeds", u => $$"""{"role":"{{u}}/role"}"""),
        Body("POST", "/me/notices/{id:guid}/seen", $"/me/notices/{Guid.Empty}/seen", _ => "{}") with { GoneIsIn = true },
        Body("POST", "/me/passkeys", "/me/passkeys", _ => "{}"), Body("POST", "/me/passkeys/options", "/me/passkeys/options", _ => "{}"),
        Body("POST", "/swaps", "/swaps", u => $$"""{"role":"{{u}}/role","give":{"start":"2026-11-24T15:00"},"with":"{{u}}-2","reason":"wedding"}"""),
        .. new[] { "accept", "decline", "withdraw", "approve", "refuse" }.Select(act => Of("POST", $"/swaps/{{id:guid}}/{act}", "swap", "{}")),
        new("POST " + Api + "/pages", (_, u) => Paged(u)),
        .. new[] { "acknowledge", "decline", "escalate", "take-over", "resolve", "cancel" }.Select(m => Page(m, _ => m == "resolve" ? """{"outcome":"done"}""" : "{}")),
        Page("break-glass", _ => """{"reason":"technical","note":"The matrix tries it"}"""), Of("GET", "/pages/{id:guid}/break-glass", "page"),
        Page("messages", _ => """{"body":"words"}"""), Page("reroute", u => $$"""{"role":"{{u}}/role"}"""),
        new("POST " + Api + "/rosters/uploads", (_, u) => Uploaded(u)),
        Of("POST", "/rosters/uploads/{id:guid}/publish", "upload", "{}"), Of("POST", "/rosters/uploads/{id:guid}/rollback", "upload", "{}"),
        Body("POST", "/audit/verify", "/audit/verify", _ => ""),
        Body("PUT", "/retention/rules/{class}", "/retention/rules/urgentPages", u => $$"""{"orgUnit":"{{u}}","days":400}"""),
        Body("POST", "/retention/holds", "/retention/holds", u => $$"""{"person":"{{u}}-1","reason":"case"}"""), Of("POST", "/retention/holds/{id:guid}/lift", "hold", """{"reason":"over"}"""),
        Page("export", _ => """{"reason":"case"}"""), Body("POST", "/pages/exports/verify", "/pages/exports/verify", _ => """{"file":"words"}"""),
        Body("POST", "/roster-pulls/{code}/run", "/roster-pulls/{u}-pull/run", _ => "{}"),

        // Whoever plans a role may stand in on it, and is asked by its pages from then on.
        Body("POST", "/me/cover", "/me/cover", u => $$"""{"role":"{{u}}/role"}"""),

        Delete("/me/sessions", "/me/sessions"), Delete("/me/sessions/{id:guid}", $"/me/sessions/{Guid.Empty}") with { GoneIsIn = true },
        Delete("/me/feed", "/me/feed") with { GoneIsIn = true }, Delete("/me/role-feeds", "/me/role-feeds?role={u}/role") with { GoneIsIn = true },
        Delete("/people/{employeeNo}/second-factor", "/people/{u}-1/second-factor"), Delete("/people/{employeeNo}/sessions", "/people/{u}-1/sessions"),
        Delete("/people/{employeeNo}/devices/{id:guid}", $"/people/{{u}}-1/devices/{Guid.Empty}") with { GoneIsIn = true },
        Of("DELETE", "/covers/{id:guid}", "cover") with { GoneIsIn = true }, Delete("/rotations/{code}", "/rotations/{u}-nights") with { GoneIsIn = true }, Delete("/roster-pulls/{code}", "/roster-pulls/{u}-pull"), Delete("/presets/{code}", "/presets/{u}-team") with { GoneIsIn = true },
        Delete("/retention/rules/{class}", "/retention/rules/urgentPages?orgUnit={u}") with { GoneIsIn = true },
        Of("DELETE", "/keys/{id:guid}", "key"),
    ];

    private static MatrixDoor Get(string route, Func<string, string>? shows = null) => Get(route, route, shows);

    private static MatrixDoor Get(string route, string path, Func<string, string>? shows = null) => new("GET " + Api + route, (_, u) => Sent("GET", In(path, u)), shows);

    private static MatrixDoor Delete(string route, string path) => new("DELETE " + Api + route, (_, u) => Sent("DELETE", In(path, u)));

    private static MatrixDoor Body(string method, string route, string path, Func<string, string> body) => new($"{method} {Api}{route}", (_, u) => Sent(method, In(path, u), body(u)));

    private static MatrixDoor Of(string method, string route, string kind, string? body = null) =>
        new($"{method} {Api}{route}", (w, u) => Sent(method, route.Replace("{id:guid}", w.Id(kind, u), StringComparison.Ordinal), body));

    // A page of its own for each try: what one does to it must not answer for the next.
    private static MatrixDoor Page(string move, Func<string, string> body) =>
        new($"POST {Api}/pages/{{id:guid}}/{move}", async (w, u) => await Sent("POST", $"/pages/{await w.PageAsync(u)}/{move}", body(u)));

    private static string In(string path, string unit) => path.Replace("{u}", unit, StringComparison.Ordinal);

    private static Task<HttpRequestMessage> Sent(string method, string path, string? body = null) =>
        Task.FromResult(new HttpRequestMessage(new HttpMethod(method), Api + path) { Content = body is null ? null : JsonRequests.Body(body) });

    private static Task<HttpRequestMessage> Paged(string unit) => Keyed("/pages", $$"""{"role":"{{unit}}/role","urgency":"routine"}""");

    private static Task<HttpRequestMessage> SetOff(string unit) => Keyed($"/presets/{unit}-team/set-off", """{"where":"Bed 4"}""");

    private static async Task<HttpRequestMessage> Keyed(string path, string body)
    {
        var request = await Sent("POST", path, body);
        request.Headers.Add("Idempotency-Key", $"k{Random.Shared.NextInt64()}");
        return request;
    }

    private static Task<HttpRequestMessage> Uploaded(string unit)
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"{RosterRequests.Headings}{unit}/role,{unit}-1,2026-12-23 08:00,2026-12-23 20:00,1\n");
        return Task.FromResult(new HttpRequestMessage(HttpMethod.Post, Api + "/rosters/uploads") { Content = RosterRequests.Form(file, "timeZone=Europe/Brussels", "publish=true") });
    }
}
