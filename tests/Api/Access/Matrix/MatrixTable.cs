namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>
/// Who is let in where: staff, integration, auditor, dispatcher, scheduler, admin. <c>in</c>: only to what is of the unit that the permission
/// is given for. Nobody comes in anywhere without a key, a session or a token, but by the open doors. What is one's own (an inbox, a swap
/// that one is asked for) is of nobody else, whatever they may.
/// </summary>
internal static class MatrixTable
{
    internal const string Text = """
        GET /api/v1/org-units                                yes         yes         yes         yes         yes         yes
        GET /api/v1/org-units/{code}                         yes         yes         yes         yes         yes         yes
        GET /api/v1/org-units/{code}/holidays                yes         yes         yes         yes         yes         yes
        GET /api/v1/roles                                    yes         yes         yes         yes         yes         yes
        GET /api/v1/roles/{**code}                           yes         yes         yes         yes         yes         yes
        GET /api/v1/roles/resolve                            yes         yes         yes         yes         yes         yes
        GET /api/v1/roles/search                             yes         yes         yes         yes         yes         yes
        GET /api/v1/policies                                 yes         yes         yes         yes         yes         yes
        GET /api/v1/policies/{code}                          yes         yes         yes         yes         yes         yes
        GET /api/v1/presets                                  yes         yes         yes         yes         yes         yes
        GET /api/v1/presets/{code}                           yes         yes         yes         yes         yes         yes
        GET /api/v1/people                                   no          no          in          in          in          in
        GET /api/v1/people/{employeeNo}                      no          no          in          in          in          in
        GET /api/v1/people/{employeeNo}/devices              no          no          no          no          no          in
        GET /api/v1/keys                                     no          no          in          no          no          in
        GET /metrics                                         no          yes         no          yes         no          yes
        GET /api/v1/alarms                                   no          no          yes         yes         no          yes
        GET /api/v1/board/stream                             no          no          no          yes         no          yes
        GET /api/v1/me/inbox                                 yes         no          yes         yes         yes         yes
        GET /api/v1/me/inbox/stream                          yes         no          yes         yes         yes         yes
        GET /api/v1/me/notices                               yes         no          yes         yes         yes         yes
        GET /api/v1/me/preferences                           yes         no          yes         yes         yes         yes
        GET /api/v1/me/contact-methods                       yes         no          yes         yes         yes         yes
        GET /api/v1/me/favourite-roles                       yes         no          yes         yes         yes         yes
        GET /api/v1/me/devices                               yes         no          yes         yes         yes         yes
        GET /api/v1/me/sessions                              yes         no          yes         yes         yes         yes
        GET /api/v1/me/shifts                                yes         no          yes         yes         yes         yes
        GET /api/v1/me/readiness                             yes         no          yes         yes         yes         yes
        GET /api/v1/second-factor-rules                      no          no          no          no          no          no
        GET /api/v1/audit                                    no          no          no          no          no          no
        GET /api/v1/audit.csv                                no          no          no          no          no          no
        GET /api/v1/retention/rules                          no          no          yes         no          no          yes
        GET /api/v1/retention/forecast                       no          no          yes         no          no          yes
        GET /api/v1/retention/holds                          no          no          in          no          no          in
        GET /api/v1/retention/runs                           no          no          no          no          no          no
        GET /api/v1/retention/runs.csv                       no          no          no          no          no          no
        GET /api/v1/pages/exports/keys                       yes         yes         yes         yes         yes         yes
        GET /api/v1/pages                                    no          no          in          in          no          in
        GET /api/v1/pages/{id:guid}                          no          no          in          in          no          in
        GET /api/v1/rosters                                  in          yes         in          in          in          in
        GET /api/v1/rosters/gaps                             in          yes         in          in          in          in
        GET /api/v1/rosters/unreachable                      no          no          in          in          in          in
        GET /api/v1/rosters/export                           in          yes         in          in          in          in
        GET /api/v1/rosters/report                           no          no          in          no          in          in
        GET /api/v1/rosters/uploads                          no          no          in          no          in          in
        GET /api/v1/rosters/uploads/{id:guid}                no          no          in          no          in          in
        GET /api/v1/rotations                                in          yes         in          in          in          in
        GET /api/v1/rotations/{code}                         in          yes         in          in          in          in
        GET /api/v1/roster-pulls                             no          no          in          no          in          in
        GET /api/v1/roster-pulls/{code}                      no          no          in          no          in          in
        GET /api/v1/swaps                                    no          no          in          no          in          in
        GET /api/v1/swaps/{id:guid}                          no          no          in          no          in          in
        PUT /api/v1/org-units/{code}                         no          no          no          no          no          in
        PUT /api/v1/org-units/{code}/holidays                no          no          no          no          in          in
        PUT /api/v1/people/{employeeNo}                      no          no          no          no          no          in
        PUT /api/v1/roles/{**code}                           no          no          no          no          no          in
        POST /api/v1/policies/dry-run                        no          no          no          no          no          yes
        PUT /api/v1/policies/{code}                          no          no          no          no          no          no
        PUT /api/v1/presets/{code}                           no          no          no          no          no          in
        POST /api/v1/presets/{code}/set-off                  yes         yes         no          yes         yes         yes
        PUT /api/v1/me/preferences                           yes         no          yes         yes         yes         yes
        PUT /api/v1/me/favourite-roles/{**role}              yes         no          yes         yes         yes         yes
        DELETE /api/v1/me/favourite-roles/{**role}           yes         no          yes         yes         yes         yes
        POST /api/v1/me/contact-methods                      yes         no          yes         yes         yes         yes
        PUT /api/v1/me/contact-methods/order                 yes         no          yes         yes         yes         yes
        POST /api/v1/me/contact-methods/{id:guid}/code       yes         no          yes         yes         yes         yes
        POST /api/v1/me/contact-methods/{id:guid}/verify     yes         no          yes         yes         yes         yes
        POST /api/v1/me/contact-methods/{id:guid}/test       yes         no          yes         yes         yes         yes
        DELETE /api/v1/me/contact-methods/{id:guid}          yes         no          yes         yes         yes         yes
        GET /api/v1/me/devices/key                           yes         no          yes         yes         yes         yes
        POST /api/v1/me/devices                              yes         no          yes         yes         yes         yes
        POST /api/v1/me/devices/{id:guid}/test               yes         no          yes         yes         yes         yes
        POST /api/v1/me/devices/{id:guid}/confirm            yes         no          yes         yes         yes         yes
        POST /api/v1/me/devices/gone                         yes         no          yes         yes         yes         yes
        DELETE /api/v1/me/devices/{id:guid}                  yes         no          yes         yes         yes         yes
        PUT /api/v1/second-factor-rules                      no          no          no          no          no          no
        PUT /api/v1/rotations/{code}                         no          no          no          no          in          in
        PUT /api/v1/roster-pulls/{code}                      no          no          no          no          no          no
        POST /api/v1/keys                                    no          no          no          no          no          in
        POST /api/v1/people/{employeeNo}/invitation          no          no          no          no          no          in
        POST /api/v1/shifts                                  no          no          no          no          in          in
        DELETE /api/v1/shifts                                no          no          no          no          in          in
        POST /api/v1/covers                                  no          no          no          no          in          in
        POST /api/v1/me/feed                                 yes         no          yes         yes         yes         yes
        POST /api/v1/me/role-feeds                           in          no          in          in          in          in
        POST /api/v1/me/notices/{id:guid}/seen               yes         no          yes         yes         yes         yes
        POST /api/v1/me/passkeys                             no          no          no          no          no          no
        POST /api/v1/me/passkeys/options                     no          no          no          no          no          no
        POST /api/v1/swaps                                   yes         no          yes         yes         yes         yes
        POST /api/v1/swaps/{id:guid}/accept                  no          no          no          no          no          no
        POST /api/v1/swaps/{id:guid}/decline                 no          no          no          no          no          no
        POST /api/v1/swaps/{id:guid}/withdraw                no          no          no          no          no          no
        POST /api/v1/swaps/{id:guid}/approve                 no          no          no          no          in          in
        POST /api/v1/swaps/{id:guid}/refuse                  no          no          no          no          in          in
        POST /api/v1/pages                                   yes         yes         no          yes         yes         yes
        POST /api/v1/pages/{id:guid}/acknowledge             no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/decline                 no          no          no          no          no          no
        POST /api/v1/pages/{id:guid}/escalate                no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/take-over               no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/resolve                 no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/cancel                  no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/break-glass             yes         no          no          yes         yes         yes
        GET /api/v1/pages/{id:guid}/break-glass              no          no          in          no          no          in
        POST /api/v1/pages/{id:guid}/messages                no          no          no          in          no          in
        POST /api/v1/pages/{id:guid}/reroute                 no          no          no          in          no          in
        POST /api/v1/rosters/uploads                         no          no          no          no          in          in
        POST /api/v1/rosters/uploads/{id:guid}/publish       no          no          no          no          in          in
        POST /api/v1/rosters/uploads/{id:guid}/rollback      no          no          no          no          in          in
        POST /api/v1/audit/verify                            no          no          no          no          no          no
        PUT /api/v1/retention/rules/{class}                  no          no          no          no          no          in
        POST /api/v1/retention/holds                         no          no          no          no          no          in
        POST /api/v1/retention/holds/{id:guid}/lift          no          no          no          no          no          in
        POST /api/v1/pages/{id:guid}/export                  no          no          in          no          no          in
        POST /api/v1/pages/exports/verify                    yes         yes         yes         yes         yes         yes
        POST /api/v1/roster-pulls/{code}/run                 no          no          no          no          in          in
        POST /api/v1/me/cover                                no          no          no          no          in          in
        DELETE /api/v1/me/sessions                           yes         no          yes         yes         yes         yes
        DELETE /api/v1/me/sessions/{id:guid}                 yes         yes         yes         yes         yes         yes
        DELETE /api/v1/me/feed                               yes         no          yes         yes         yes         yes
        DELETE /api/v1/me/role-feeds                         yes         no          yes         yes         yes         yes
        DELETE /api/v1/people/{employeeNo}/second-factor     no          no          no          no          no          in
        DELETE /api/v1/people/{employeeNo}/sessions          no          no          no          no          no          in
        DELETE /api/v1/people/{employeeNo}/devices/{id:guid} no          no          no          no          no          in
        DELETE /api/v1/covers/{id:guid}                      no          no          no          no          in          in
        DELETE /api/v1/rotations/{code}                      no          no          no          no          in          in
        DELETE /api/v1/roster-pulls/{code}                   no          no          no          no          no          no
        DELETE /api/v1/presets/{code}                        no          no          no          no          no          in
        DELETE /api/v1/retention/rules/{class}               no          no          no          no          no          in
        DELETE /api/v1/keys/{id:guid}                        no          no          no          no          no          in
        """;

    /// <summary>Doors that need no key: each says beside itself why.</summary>
    internal static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        // Whether it runs: asked by load balancers and watchdogs, which hold no key. They tell of no page and no person.
        "GET /health/live", "GET /health/ready", "GET /health/engine",

        // Signed by the provider, or refused.
        "POST /webhooks/twilio/sms", "POST /webhooks/twilio/voice", "POST /webhooks/twilio/status",

        // The token in the address is the key.
        "GET /feeds/{token}.ics", "GET /welcome/{token}", "HEAD /welcome/{token}", "POST /welcome/{token}",
        "GET /a/{token}", "HEAD /a/{token}", "POST /a/{token}",

        // How one gets in and out.
        "GET /sign-in", "HEAD /sign-in", "POST /sign-in", "GET /sign-in/code", "HEAD /sign-in/code", "POST /sign-in/code",
        "GET /sign-in/authenticator", "HEAD /sign-in/authenticator", "POST /sign-in/authenticator",
        "POST /sign-in/passkey", "POST /sign-in/passkey/options", "POST /sign-out",

        // Closed as soon as there is anybody, and asks for the code before.
        "GET /set-up", "HEAD /set-up", "POST /set-up",

        // What the API is like, the same everywhere.
        "GET /openapi/{documentName}.json",
    };

    internal static string Line(string door, IEnumerable<string> cells) => $"{door,-52}{string.Concat(cells.Select(c => $" {c,-11}"))}".TrimEnd();
}
