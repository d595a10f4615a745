// An OpenID Connect provider of other people's making. First line in: { key, port?, claimsInIdToken, accounts: { login: claims } }; every
// further line replaces the accounts. Prints { issuer } when it listens. Ends when its standard input does. PKCE is required of everybody.
import { createServer } from "node:http";
import { createInterface } from "node:readline";

console.info = console.warn = console.log = console.error;
const { default: Provider } = await import("oidc-provider");
const house = "https://oncall.hospital.example";
let accounts = {};

function configuration({ key, claimsInIdToken }) {
  return {
    jwks: { keys: [key] },
    cookies: { keys: ["of-the-tests"] },
    pkce: { required: () => true },
    conformIdTokenClaims: !claimsInIdToken,
    acrValues: ["urn:two-things"],
    claims: { openid: ["sub", "acr", "amr"], profile: ["name", "employee_number", "groups"] },
    clients: [
      { client_id: "oncall", client_secret: "a secret: of 100% + oncall", redirect_uris: [`${house}/sign-in/openid/callback`], grant_types: ["authorization_code"], response_types: ["code"] },
      { client_id: "portal", token_endpoint_auth_method: "none", redirect_uris: ["https://portal.hospital.example/back"], grant_types: ["authorization_code"], response_types: ["code"] },
      { client_id: "lab", client_secret: "the-secret-of-the-lab", redirect_uris: [], grant_types: ["client_credentials"], response_types: [] },
    ],
    findAccount: (ctx, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id], login: undefined }) },
    extraTokenClaims: (ctx, token) => token.accountId && { employee_number: accounts[token.accountId]?.employee_number },
    features: {
      userinfo: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, resource) => ({ scope: "api", audience: resource, accessTokenTTL: 300, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }),
      },
    },
  };
}

// As oidc-provider's own forms, but that it also says how somebody has signed in, where an account has a login: { amr, acr }.
async function answer(provider, request, response) {
  if (request.method === "POST" && request.url.startsWith("/interaction/")) {
    let text = "";
    for await (const part of request) {
      text += part;
    }
    request.body = Object.fromEntries(new URLSearchParams(text));
    const { prompt, login } = request.body;
    if (prompt === "login" && accounts[login]?.login) {
      await provider.interactionFinished(request, response, { login: { accountId: login, ...accounts[login].login } });
      return;
    }
  }
  provider.callback()(request, response);
}

const server = createServer();
createInterface({ input: process.stdin }).on("line", (line) => {
  const told = JSON.parse(line);
  accounts = told.accounts;
  if (!server.listening) {
    server.listen(told.port ?? 0, "127.0.0.1", () => {
      const issuer = `http://127.0.0.1:${server.address().port}`;
      const provider = new Provider(issuer, configuration(told));
      server.on("request", (request, response) => answer(provider, request, response));
      process.stdout.write(JSON.stringify({ issuer }) + "\n");
    });
  }
}).on("close", () => process.exit(0));
