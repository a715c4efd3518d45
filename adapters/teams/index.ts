// Teams over teams-ai: what comes in is verified, handed to the bot and answered once it is stored; what the bot owes goes out by the messenger.
import type { IncomingMessage, ServerResponse } from "node:http";
import { TeamsAdapter } from "@microsoft/teams-ai";
import { type Activity, ConfigurationServiceClientCredentialFactory, TeamsInfo, type TurnContext } from "botbuilder";
import type { AuthenticateRequestResult, ServiceClientCredentialsFactory } from "botframework-connector";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor.js";
import type { Bot } from "../../src/bot.ts";
import type { Log, Messenger } from "../../src/ports.ts";
import { type Answer, answer, goBack } from "./answer.ts";
import { isLocalProgram, type Reply, readBody, reply, teamsPath } from "./door.ts";
import { addressBook } from "./email.ts";
import { type Back, type Closed, type Gesture, read } from "./inbound.ts";
import { readOrigin } from "./origin.ts";
import { asActivity, createMessenger } from "./send.ts";
import { among, createClient, type IsKnown, knownOrigins, onThisMachine } from "./service.ts";

interface TeamsConfig {
  /** Absent: no authentication, for stand-ins on this machine; never in production. */
  readonly app?: {
    readonly id: string;
    readonly password: string;
    /** The one tenant the bot is registered in; activities of others are refused. */
    readonly tenantId: string;
  };
  readonly production: boolean;
  /** Another cloud than Microsoft's public one. */
  readonly cloud?: Cloud;
}

interface Cloud {
  readonly openIdMetadata: string;
  /** Of the tokens Teams sends. */
  readonly issuer: string;
  /** Where the bot's token may go: scheme, host and port. */
  readonly origins: readonly string[];
  /** Where the bot gets its token; absent: from the tenant, by the password. */
  readonly credentials?: ServiceClientCredentialsFactory;
  /** Milliseconds for one call of the service. */
  readonly patience?: number;
}

interface TeamsPorts {
  readonly bot: Bot;
  readonly log: Log;
  /** Hears of each tenant before its first gesture. */
  readonly joined?: (tenant: string) => Promise<void>;
}

export interface Teams {
  readonly messenger: Messenger;
  /** Answers POST /api/messages; leaves other paths alone. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const publicCloud: Cloud = {
  openIdMetadata: "https://login.botframework.com/v1/.well-known/openidconfiguration",
  issuer: "https://api.botframework.com",
  origins: knownOrigins,
};
/** What a signing key must be good for. */
const endorsement = "msteams";
/** Milliseconds in which Microsoft's keys must be there: Teams waits five seconds for the answer to a dialog. */
const forKeys = 3000;

/** @throws where authentication would be off in production */
export function createTeams({ app, production, cloud = publicCloud }: TeamsConfig, { bot, log, joined = async () => {} }: TeamsPorts): Teams {
  if (!app && production) throw new Error("Teams needs an app id in production: without one nobody is authenticated.");
  const isKnown = app ? among(cloud.origins) : onThisMachine;
  const adapter = new Connection(app, cloud, isKnown);
  const messenger = createMessenger({ adapter, appId: app?.id ?? "", isKnown, log });
  const addresses = addressBook();
  const tenants = new Map<string, Promise<void>>();

  async function take(gesture: Gesture | Back | Closed, context: TurnContext): Promise<void> {
    if ("closed" in gesture) return respond(context, {});
    if ("back" in gesture) return respond(context, { invoke: goBack(gesture) });
    const { from } = gesture.incoming;
    const known = byTyping.has(gesture.way) ? await addresses(() => TeamsInfo.getMember(context, from.user), from.tenant, from.user) : undefined;
    const incoming = known ? { ...gesture.incoming, from: { ...from, email: known } } : gesture.incoming;
    const outcome = await bot.handle(incoming);
    const { direct, ...rest } = answer(gesture, outcome);
    await respond(context, rest).catch((error: unknown) => log.error("teams.answer", error, { way: gesture.way }));
    if (direct)
      await messenger.send(from, direct.card, direct.twin, incoming.key).catch((error: unknown) => log.error("teams.answer", error, { way: gesture.way }));
  }

  function join(tenant: string): Promise<void> {
    const known = tenants.get(tenant);
    if (known) return known;
    const work = joined(tenant);
    tenants.set(tenant, work);
    work.catch(() => tenants.delete(tenant));
    return work;
  }

  async function turn(request: IncomingMessage): Promise<Reply> {
    if (request.method !== "POST") return { status: 405 };
    const header = request.headers.authorization ?? "";
    if (app ? !/^Bearer [\w-]+\.[\w-]+\.[\w-]*$/.test(header) : !isLocalProgram(request)) return { status: app ? 401 : 403 };
    const taken = await readBody(request);
    if (!("body" in taken)) return taken;
    const origin = readOrigin(taken.body);
    if (!origin) return { status: 400 };
    const activity = taken.body as Activity;
    const by = await adapter.verified(activity, header, app?.id);
    if (typeof by === "number") return { status: by };
    const { tenant } = origin;
    // Authentic, but not for this bot, or asking for answers to an address that is none of Teams'.
    if (origin.channelId !== endorsement || !isKnown(origin.serviceUrl)) return { status: 403 };
    if (!tenant || (app && tenant !== app.tenantId)) return { status: 403 };
    const gesture = read(activity, tenant);
    if ("ignored" in gesture) {
      if (gesture.ignored === "unreadable") log.error("teams.unreadable", new Error("An activity had an unknown shape."));
      return { status: activity.type !== "invoke" ? 200 : gesture.ignored === "unreadable" ? 400 : 501 };
    }
    await join(tenant);
    return adapter.turn(by, activity, (context) => take(gesture, context));
  }

  return {
    messenger,
    async handle(request, response) {
      if ((request.url ?? "").split("?")[0] !== teamsPath) return false;
      const answered = await turn(request).catch((error: unknown): Reply => {
        log.error("teams", error);
        return { status: 500 };
      });
      if ([401, 403, 503].includes(answered.status)) log.info("teams.refused", { status: answered.status });
      reply(request, response, answered);
      return true;
    },
  };
}

/** Ways in which an account that is not linked yet makes itself known; pressing a card comes later. */
const byTyping: ReadonlySet<Gesture["way"]> = new Set(["words", "mention", "met"]);

/** The invoke answers the request itself; words are a message of their own in the conversation, or in the thread. */
async function respond(context: TurnContext, { invoke, said }: Answer): Promise<void> {
  if (context.activity.type === "invoke") await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: invoke } });
  if (said) await context.sendActivity("attachments" in said ? asActivity(said) : { ...said });
}

/**
 * The adapter of teams-ai, with verification and turn apart: what is refused never begins a turn. Its Application is left out: version 1.7.4
 * shows "typing" whatever its option says, with one timer for all requests, and keeps a state that is ours to keep.
 */
class Connection extends TeamsAdapter {
  readonly cloud: Cloud;
  constructor(app: TeamsConfig["app"], cloud: Cloud, isKnown: IsKnown) {
    const { openIdMetadata, issuer } = cloud;
    const login = "https://login.microsoftonline.com/botframework.com";
    const scope = "https://api.botframework.com";
    const from = { ToBotFromChannelOpenIdMetadataUrl: openIdMetadata, ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata, ToBotFromChannelTokenIssuer: issuer };
    const to = { ToChannelFromBotLoginUrl: login, ToChannelFromBotOAuthScope: scope, OAuthUrl: scope, CallerId: "", ValidateAuthority: "true" };
    super(
      { ...from, ...to },
      app && cloud.credentials ? cloud.credentials : credentials(app),
      { requiredEndorsements: [endorsement] },
      { httpClient: createClient(isKnown, cloud.patience) },
    );
    this.cloud = cloud;
  }
  /** Who vouches for the request, or the status it is refused with: 503 where Microsoft's keys could not be had. */
  async verified(activity: Activity, header: string, appId: string | undefined): Promise<AuthenticateRequestResult | number> {
    try {
      const by = await inTime(this.botFrameworkAuthentication.authenticateRequest(activity, header));
      return appId === undefined || (by.claimsIdentity.getClaimValue("iss") === this.cloud.issuer && (await this.isEndorsed(header))) ? by : 403;
    } catch (error) {
      const { statusCode, name } = error as { statusCode?: unknown; name?: unknown };
      return statusCode === 500 || name === "FetchError" || name === "TimeoutError" ? 503 : 401;
    }
  }
  /** The SDK lets a key pass that is endorsed for nothing at all. */
  private async isEndorsed(header: string): Promise<boolean> {
    const { kid } = JSON.parse(Buffer.from(header.slice("Bearer ".length).split(".")[0] ?? "", "base64url").toString());
    const key = await new JwtTokenExtractor({}, this.cloud.openIdMetadata, []).openIdMetadata.getKey(kid);
    return key?.endorsements?.includes(endorsement) === true;
  }
  async turn(by: AuthenticateRequestResult, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<Reply> {
    return (await this.processActivity(by, activity, logic)) ?? { status: 200 };
  }
}

const credentials = (app: TeamsConfig["app"]) =>
  new ConfigurationServiceClientCredentialFactory(
    app
      ? { MicrosoftAppType: "SingleTenant", MicrosoftAppId: app.id, MicrosoftAppPassword: app.password, MicrosoftAppTenantId: app.tenantId }
      : { MicrosoftAppType: "MultiTenant", MicrosoftAppId: "", MicrosoftAppPassword: "" },
  );

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("Microsoft's keys took too long."), { name: "TimeoutError" })), forKeys);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
