// The prompt's invented side. Window and prompt are two pages: they speak through a channel.

import type { Backend, PromptAnswer, PromptView } from '..';
import { problem } from './words';

export const RIGHT_CODE = '123456';
export const CHANNEL = 'sandglass-fake';
const ASKING = 400;
const SERIAL = 'arn:aws:iam::123456789012:mfa/ana';

type PromptPart = Pick<Backend, 'promptView' | 'onPrompt' | 'promptAnswer' | 'promptCancel'>;

export function fakePrompt(parameters: URLSearchParams, ready: Promise<void>): PromptPart {
  const listeners = new Set<(view: PromptView) => void>();
  const channel = new BroadcastChannel(CHANNEL);
  const language = parameters.get('lang') === 'pt-BR' ? 'pt-BR' : 'en';
  let view: PromptView = {
    profile: parameters.get('profile') ?? 'prod-admin',
    account: '123456789012',
    role: 'Admin',
    via: 'user1',
    serial: SERIAL,
    label: { text: 'prod', color: 'red' },
    sameDevice: parameters.has('same') ? [{ profile: 'prod-audit', label: null }] : [],
    busy: false,
    refusal: null,
    language,
  };
  const show = (change: Partial<PromptView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener(view);
  };
  const close = () => {
    document.body.dataset['closed'] = 'true';
    // Only a page that was opened by another may close itself.
    if (window.opener) window.close();
  };
  return {
    promptView: async () => {
      await ready;
      return view;
    },
    onPrompt: (listener) => {
      listeners.add(listener);
      return Promise.resolve(() => listeners.delete(listener));
    },
    promptAnswer: async ({ code, also }: PromptAnswer) => {
      show({ busy: true, refusal: null });
      await new Promise((resolve) => setTimeout(resolve, ASKING));
      if (code === RIGHT_CODE) {
        channel.postMessage({ renewed: [view.profile, ...also] });
        close();
        return;
      }
      const given = { serial: SERIAL, place: 'config:20' };
      show({ busy: false, refusal: problem(language, 'mfa_refused', given) });
    },
    promptCancel: () => {
      close();
      return Promise.resolve();
    },
  };
}
