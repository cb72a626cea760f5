// A backend whose answers each test sets.

import { vi } from 'vitest';

import type {
  Backend,
  Errand,
  ProfileList,
  PromptView,
  SessionRow,
  SwitcherMessage,
  WindowPatch,
  WindowView,
} from '../backend';
import { diagnosis } from './diagnosis';
import { CHOICES, recordedView } from './recorded';
import { row } from './rows';

export function view(sessions: SessionRow[] = [row('one', {})]): WindowView {
  const { caches, preferences } = recordedView();
  return {
    app: {
      version: '1.2.3',
      language: 'en',
      conditions: [],
      undecided: false,
      clock: 'system',
      choosesLater: false,
      problems: [],
      needsYou: sessions.filter((one) => one.group === 'needs_you').length,
      renewAll: { profiles: [], asks: false, many: false },
      nextNeed: null,
      expiredCaches: 0,
      firstRun: [],
      hasTray: true,
      hasDemo: false,
      files: '1',
      profileCount: sessions.length,
    },
    sessions,
    caches,
    preferences,
    selected: null,
  };
}

export const noPatch: WindowPatch = {
  app: null,
  sessions: [],
  order: null,
  caches: null,
  preferences: null,
};

export const EMPTY_LIST: ProfileList = {
  revision: '1',
  rows: [],
  files: [],
  undo: null,
  redo: null,
};

/** A test that needs it says what it answers. */
function refused(): Promise<never> {
  return Promise.reject(new Error('not expected'));
}

export function backend(given: Partial<Backend> = {}) {
  const patches = new Set<(patch: WindowPatch) => void>();
  const askers = new Set<(errand: Errand) => void>();
  const leavers = new Set<() => void>();
  const switchers = new Set<(message: SwitcherMessage) => void>();
  const prompts = new Set<(view: PromptView) => void>();
  const done = () => Promise.resolve();
  const itself: Backend = {
    windowView: vi.fn(() => Promise.resolve(view())),
    onPatch: (listener) => {
      patches.add(listener);
      return Promise.resolve(() => patches.delete(listener));
    },
    onErrand: (listener) => {
      askers.add(listener);
      return Promise.resolve(() => askers.delete(listener));
    },
    onLeave: (listener) => {
      leavers.add(listener);
      return Promise.resolve(() => leavers.delete(listener));
    },
    pageDrawn: vi.fn(done),
    answerLeave: vi.fn(done),
    setUnwritten: vi.fn(done),
    closeWindow: vi.fn(done),
    zoom: vi.fn(done),
    sessionDetails: vi.fn((profile: string) =>
      Promise.resolve({
        profile,
        arn: null,
        chain: [],
        refresh: [],
        settings: [],
        problems: [],
        history: [],
      }),
    ),
    copySetting: vi.fn(done),
    day: vi.fn(() => Promise.resolve([])),
    act: vi.fn(done),
    cleanCaches: vi.fn((files: string[]) =>
      Promise.resolve({ results: files.map((file) => ({ file, failure: null })), cleaning: 1 }),
    ),
    putBackCaches: vi.fn(() => Promise.resolve({ putBack: 1, newer: 0, failure: null })),
    setPreference: vi.fn(done),
    selected: vi.fn(done),
    chooseLater: vi.fn(done),
    testNotification: vi.fn(done),
    testNetwork: vi.fn(() => Promise.resolve({ endpoint: 'sts', failure: null })),
    openLog: vi.fn(done),
    openPlace: vi.fn(done),
    tryEditor: vi.fn(done),
    copyDiagnostics: vi.fn(done),
    startDemo: vi.fn(done),
    diagnose: vi.fn(() => Promise.resolve(diagnosis())),
    applyFix: vi.fn(() => Promise.resolve({ awaits: null, cleaning: null, cleaned: 0 })),
    copyFix: vi.fn(done),
    copyReport: vi.fn(done),
    readError: vi.fn(() => Promise.resolve({ code: null, operation: null, hint: '' })),
    brokenFiles: vi.fn(() => Promise.resolve([])),
    profileChoices: vi.fn(() => Promise.resolve(CHOICES)),
    profileList: vi.fn(() => Promise.resolve(EMPTY_LIST)),
    profileForm: vi.fn(refused),
    planProfile: vi.fn(refused),
    writePlan: vi.fn(refused),
    undoProfiles: vi.fn(() => Promise.resolve({ is: 'nothing' as const })),
    pasteProfile: vi.fn(refused),
    tryPlan: vi.fn(refused),
    promptView: vi.fn(() => Promise.resolve(null)),
    onPrompt: (listener) => {
      prompts.add(listener);
      return Promise.resolve(() => prompts.delete(listener));
    },
    promptAnswer: vi.fn(done),
    promptCancel: vi.fn(done),
    switcherView: vi.fn(refused),
    onSwitcher: (listener) => {
      switchers.add(listener);
      return Promise.resolve(() => switchers.delete(listener));
    },
    closeSwitcher: vi.fn(done),
    ...given,
  };
  const send = (patch: Partial<WindowPatch>) => {
    for (const listener of patches) listener({ ...noPatch, ...patch });
  };
  const prompt = (shown: PromptView) => {
    for (const listener of prompts) listener(shown);
  };
  const errand = (sent: Errand) => {
    for (const listener of askers) listener(sent);
  };
  const leave = () => {
    for (const listener of leavers) listener();
  };
  const tellSwitcher = (message: SwitcherMessage) => {
    for (const listener of switchers) listener(message);
  };
  return { itself, send, prompt, tellSwitcher, errand, leave };
}
