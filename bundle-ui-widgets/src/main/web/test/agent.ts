import type { AppIdentifier, Context, ContextHandler, DesktopAgent, ImplementationMetadata, IntentHandler, Listener } from '@finos/fdc3';
import type { Agent } from '../src/fdc3';

const none = (what: string) => (): never => {
  throw new Error(`the board is not supposed to call ${what}`);
};

/** A desktop agent of the published interface that writes down what it is told, and can raise an intent as another application would. */
export class RecordingAgent implements DesktopAgent {
  readonly told: Context[] = [];
  readonly #followers = new Map<string | null, ContextHandler>();
  readonly #handlers = new Map<string, IntentHandler>();

  async broadcast(context: Context): Promise<void> {
    this.told.push(context);
  }

  async addIntentListener(intent: string, handler: IntentHandler): Promise<Listener> {
    this.#handlers.set(intent, handler);
    return { unsubscribe: async () => void this.#handlers.delete(intent) };
  }

  addContextListener = (async (type: string | null, handler: ContextHandler): Promise<Listener> => {
    this.#followers.set(type, handler);
    return { unsubscribe: async () => void this.#followers.delete(type) };
  }) as unknown as DesktopAgent['addContextListener'];

  /** Another application selects something. */
  select(context: Context): boolean {
    const handler = this.#followers.get(context.type);
    void handler?.(context);
    return handler !== undefined;
  }

  /** Another application raises an intent. */
  raise(intent: string, context: Context): boolean {
    const handler = this.#handlers.get(intent);
    void handler?.(context);
    return handler !== undefined;
  }

  async getInfo(): Promise<ImplementationMetadata> {
    return { fdc3Version: '2.2', provider: 'recording', appMetadata: { appId: 'board' },
      optionalFeatures: { OriginatingAppMetadata: false, UserChannelMembershipAPIs: false, DesktopAgentBridging: false } };
  }

  open = none('open') as unknown as DesktopAgent['open'];
  findIntent = none('findIntent');
  findIntentsByContext = none('findIntentsByContext');
  findInstances = none('findInstances') as (app: AppIdentifier) => Promise<AppIdentifier[]>;
  raiseIntent = none('raiseIntent') as unknown as DesktopAgent['raiseIntent'];
  raiseIntentForContext = none('raiseIntentForContext') as unknown as DesktopAgent['raiseIntentForContext'];
  addEventListener = none('addEventListener');
  getUserChannels = none('getUserChannels');
  joinUserChannel = none('joinUserChannel');
  getOrCreateChannel = none('getOrCreateChannel');
  createPrivateChannel = none('createPrivateChannel');
  getCurrentChannel = none('getCurrentChannel');
  leaveCurrentChannel = none('leaveCurrentChannel');
  getAppMetadata = none('getAppMetadata');
  getSystemChannels = none('getSystemChannels');
  joinChannel = none('joinChannel');
}

const agent = new RecordingAgent();
/** Any agent of the published interface will do for the board. */
export const asTheBoardSeesIt: Agent = agent as DesktopAgent;

Object.assign(window, { fdc3: agent });
