// The backend of a page without the program, for `npm run dev` and the pages' tests: the core itself over an invented
// home, as WebAssembly (crates/page-preview). Commands go to it as they would go to Rust over Tauri, and its news come
// on the lines that were opened. The address of the page says what is invented:
// ?lang=pt-BR&theme=dark&state=paused&profiles=5000&odd&fail

import type { Preview } from 'virtual:page-preview';

import type { Backend, ProblemText } from '.';
import { backendOver, type Channel, type Transport } from './commands';

/** What the preview has to tell, or wants done. */
type News =
  | { window: unknown }
  | { prompt: unknown }
  | { switcher: unknown }
  | { later: { number: number; after: number } }
  | { openPrompt: { profile: string | null } }
  | 'openDemo'
  | { close: Page };

type Page = 'window' | 'prompt' | 'switcher';

/** What a command came to. */
type Said<Answer> = { answer: Answer; through: unknown[] | null } | { refused: ProblemText };

/** How long a diagnosis takes for each thing it tells of, and the network for an answer. */
const STEP = 30;
const ASKING: Record<string, number> = { test_network: 300 };

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** What Rust would do elsewhere is no work of the page: the bench takes it off. */
function timed<T>(work: () => T): T {
  const start = performance.now();
  const done = work();
  performance.measure('preview', { start });
  return done;
}

/** What was asked for, by Tauri's names. */
export interface Call {
  command: string;
  given: Record<string, unknown>;
}

declare global {
  interface Window {
    /** For tests: what the page asked for, and the way to what happens outside of it. */
    sandglassPreview?: PreviewTransport;
  }
}

export class PreviewTransport implements Transport {
  readonly calls: Call[] = [];
  readonly #ready: Promise<Preview>;
  readonly #lines = new Map<string, Channel<never>>();
  #wakes: ReturnType<typeof setTimeout> | undefined;
  #prompt: Window | null = null;

  constructor(parameters: URLSearchParams) {
    this.#ready = this.#load(JSON.stringify(Object.fromEntries(parameters)));
  }

  invoke = async <Answer>(
    command: string,
    given: Record<string, unknown> = {},
  ): Promise<Answer> => {
    const { channel, ...rest } = given as { channel?: Channel<never> };
    this.calls.push({ command, given: rest });
    const preview = await this.#ready;
    if (channel && command.startsWith('watch_')) this.#lines.set(command.slice(6), channel);
    const asking = ASKING[command];
    // Nothing else waits: what a page asks in a row is answered before it is drawn again.
    if (asking !== undefined) await wait(asking);
    const text = timed(() => preview.invoke(command, JSON.stringify(rest), Date.now()));
    const said = JSON.parse(text) as Said<Answer>;
    this.#heard(preview);
    if ('refused' in said) throw said.refused as ProblemText & Error;
    for (const one of said.through ?? []) {
      await wait(STEP);
      (channel as Channel<unknown> | undefined)?.onmessage(one);
    }
    return said.answer;
  };

  channel = <Message>(): Channel<Message> => ({ onmessage: () => undefined });

  /** Something happens outside of the page. */
  async with<T>(happens: (preview: Preview) => T): Promise<T> {
    const preview = await this.#ready;
    const told = happens(preview);
    this.#heard(preview);
    return told;
  }

  async #load(parameters: string): Promise<Preview> {
    const { default: init, Preview } = await import('virtual:page-preview');
    const { default: address } = await import('virtual:page-preview-address');
    await init({ module_or_path: address });
    return timed(() => new Preview(parameters, Date.now()));
  }

  #heard(preview: Preview): void {
    for (const news of JSON.parse(preview.news()) as News[]) this.#tell(preview, news);
    clearTimeout(this.#wakes);
    const wakes = preview.wakesIn(Date.now());
    if (wakes !== undefined) {
      this.#wakes = setTimeout(() => void this.with((there) => there.woke(Date.now())), wakes);
    }
  }

  #tell(preview: Preview, news: News): void {
    if (news === 'openDemo') location.assign(address('/index.html', { state: 'demo' }));
    else if ('later' in news) {
      const { number, after } = news.later;
      setTimeout(() => {
        preview.due(number, Date.now());
        this.#heard(preview);
      }, after);
    } else if ('openPrompt' in news) this.#openPrompt();
    else if ('close' in news) this.#close(news.close);
    else {
      for (const [line, message] of Object.entries(news)) {
        (this.#lines.get(line) as Channel<unknown> | undefined)?.onmessage(message);
      }
    }
  }

  /** The prompt is a page of its own. */
  #openPrompt(): void {
    if (pageHere() === 'prompt') return;
    this.#prompt = window.open(address('/prompt.html'), 'prompt', 'width=380,height=260');
  }

  #close(page: Page): void {
    if (page === 'prompt' && this.#prompt) {
      this.#lines.delete('prompt');
      this.#prompt.close();
      this.#prompt = null;
    } else document.body.dataset['closed'] = 'true';
  }
}

function pageHere(): Page {
  if (location.pathname.startsWith('/prompt')) return 'prompt';
  return location.pathname.startsWith('/switcher') ? 'switcher' : 'window';
}

/** A page in the language and the colours of this one. */
function address(path: string, more: Record<string, string> = {}): string {
  const kept = [...new URLSearchParams(location.search)].filter(([name]) =>
    ['lang', 'theme'].includes(name),
  );
  return `${path}?${new URLSearchParams([...kept, ...Object.entries(more)]).toString()}`;
}

/** A prompt that nobody opened is that of a renewal. */
function asked(parameters: URLSearchParams): PreviewTransport {
  const made = new PreviewTransport(parameters);
  const action = { do: 'renew', profile: parameters.get('profile') ?? 'prod-admin' };
  void made.with((there) => {
    there.clicked(JSON.stringify(action), Date.now());
  });
  return made;
}

export function previewBackend(): Backend {
  const parameters = new URLSearchParams(location.search);
  const opener = window.opener as Window | null;
  const alone = () =>
    pageHere() === 'prompt' ? asked(parameters) : new PreviewTransport(parameters);
  // A page that another one opened belongs to the same desktop.
  window.sandglassPreview = opener?.sandglassPreview ?? alone();
  return backendOver(window.sandglassPreview);
}
