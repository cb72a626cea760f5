// The core of crates/page-preview in this page: commands go to it as they would go to Rust over Tauri, and its news
// come on the lines that were opened.

import type { Preview } from 'virtual:page-preview';

import type { ProblemText } from '..';
import type { Channel, Transport } from '../commands';

/** What the preview has to tell, or wants done. */
type News =
  | { window: unknown }
  | { prompt: unknown }
  | { switcher: unknown }
  | { later: { number: number; after: number } }
  | { openPrompt: { profile: string | null } }
  | { close: Page };

export type Page = 'window' | 'prompt' | 'switcher';

/** What a command came to. */
type Said<Answer> = { answer: Answer; through: unknown[] | null } | { refused: ProblemText };

/** How long a diagnosis takes for each thing it tells of, and the network for an answer. */
const STEP = 30;
const ASKING: Record<string, number> = { test_network: 300 };

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** What the page itself does about news. */
export interface Around {
  openPrompt: (profile: string | null) => void;
  close: (page: Page) => void;
}

export class PreviewTransport implements Transport {
  readonly #ready: Promise<Preview>;
  readonly #lines = new Map<string, Channel<never>>();
  #wakes: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parameters: URLSearchParams,
    private readonly around: Around,
  ) {
    this.#ready = this.#load(JSON.stringify(Object.fromEntries(parameters)));
  }

  invoke = async <Answer>(
    command: string,
    given: Record<string, unknown> = {},
  ): Promise<Answer> => {
    const { channel, ...rest } = given as { channel?: Channel<never> };
    const preview = await this.#ready;
    if (channel && command.startsWith('watch_')) this.#lines.set(command.slice(6), channel);
    await wait(ASKING[command] ?? 0);
    const text = preview.invoke(command, JSON.stringify(rest), Date.now());
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
    return new Preview(parameters, Date.now());
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
    if ('later' in news) {
      const { number, after } = news.later;
      setTimeout(() => {
        preview.due(number, Date.now());
        this.#heard(preview);
      }, after);
    } else if ('openPrompt' in news) this.around.openPrompt(news.openPrompt.profile);
    else if ('close' in news) this.around.close(news.close);
    else {
      for (const [line, message] of Object.entries(news)) {
        (this.#lines.get(line) as Channel<unknown> | undefined)?.onmessage(message);
      }
    }
  }
}
