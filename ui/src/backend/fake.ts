// A backend without Rust: invented, deterministic data for `npm run dev` and for tests.
// The address says what holds: ?lang=pt-BR&theme=dark&state=paused&profiles=5000&odd&fail

import type { Action, Backend, PreferenceChange, SessionRow, ProblemText } from '.';
import { backendOver } from './commands';
import { day } from './fake/day';
import { details } from './fake/details';
import { fakeBroken } from './fake/broken';
import { fakeCleaning } from './fake/cleaning';
import { changedPreferences, changedRow, refusal } from './fake/preferences';
import { fakeDoctor } from './fake/doctor';
import { PreviewTransport } from './fake/preview';
import { fakeProfiles } from './fake/profiles';
import { CHANNEL, fakePrompt } from './fake/prompt';
import { sessions } from './fake/sessions';
import { fakeSwitcher } from './fake/switcher';
import { loadProblems, problem } from './fake/words';
import { World } from './fake/world';

const RENEWING = 600;
const ASKING = 300;

/** What a test reads and does from outside. */
export interface FakeHandle {
  calls: unknown[];
  world: World;
}

declare global {
  interface Window {
    sandglassFake?: FakeHandle;
  }
}

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

export function fakeBackend(): Backend {
  const parameters = new URLSearchParams(location.search);
  const calls: unknown[] = [];
  const core = backendOver(
    new PreviewTransport(parameters, { openPrompt: () => undefined, close: () => undefined }),
  );
  let world: World | undefined;
  const ready = loadProblems().then(() => {
    world = new World(parameters);
    const theme = parameters.get('theme');
    if (theme === 'light' || theme === 'dark') setPreference(world, { key: 'theme', value: theme });
    window.sandglassFake = { calls, world };
  });
  const there = async (call?: unknown): Promise<World> => {
    if (call) calls.push(call);
    await ready;
    if (!world) throw new Error('no world');
    return world;
  };
  new BroadcastChannel(CHANNEL).onmessage = (event: MessageEvent<{ renewed: string[] }>) => {
    const now = world;
    if (now)
      for (const profile of event.data.renewed) now.change(profile, (row) => now.renewed(row));
  };
  return {
    windowView: async () => structuredClone((await there()).view),
    onPatch: async (listener) => (await there()).listen(listener),
    onErrand: async (listener) => (await there()).onErrand(listener),
    onLeave: async (listener) => (await there()).onLeave(listener),
    pageDrawn: async () => void (await there()),
    answerLeave: async (answer) => void (await there({ answerLeave: answer })),
    setUnwritten: async () => void (await there()),
    closeWindow: async () => void (await there('closeWindow')),
    zoom: async (how) => void (await there({ zoom: how })),
    sessionDetails: async (profile) => {
      const now = await there();
      const row = now.view.sessions.find((one) => one.profile === profile);
      if (!row) throw problem(now.language, 'unknown_profile', { profile }) as ProblemText & Error;
      return details(row, now.moment);
    },
    copySetting: async (profile, name) => void (await there({ copySetting: { profile, name } })),
    day: async () => {
      const now = await there();
      return day(now.view.sessions, now.moment, now.language);
    },
    act: async (action) => {
      act(await there(action), action, parameters);
    },
    ...fakeCleaning(parameters, there),
    // Not among the calls: it follows every step in a list.
    selected: async (profile) => {
      const now = await there();
      now.view = { ...now.view, selected: profile };
    },
    chooseLater: async () => {
      const now = await there('chooseLater');
      now.show({ ...now.view, app: { ...now.view.app, choosesLater: true } });
    },
    setPreference: async (change) => {
      setPreference(await there(change), change);
    },
    testNotification: async () => void (await there('testNotification')),
    testNetwork: async () => {
      const now = await there('testNetwork');
      await wait(ASKING);
      const endpoint = 'https://sts.eu-west-1.amazonaws.com';
      const given = { endpoint, detail: 'connection refused' };
      const failure = parameters.has('fail') ? problem(now.language, 'network', given) : null;
      return { endpoint, failure };
    },
    openLog: async () => void (await there('openLog')),
    openPlace: async (file, line) => {
      const now = await there({ openPlace: { file, line } });
      const given = { path: file, detail: 'No such file or directory (os error 2)' };
      if (parameters.has('fail'))
        throw problem(now.language, 'not_opened', given) as ProblemText & Error;
    },
    tryEditor: async () => void (await there('tryEditor')),
    copyDiagnostics: async () => void (await there('copyDiagnostics')),
    startDemo: async () => {
      const now = await there('startDemo');
      const app = { ...now.view.app, firstRun: [], conditions: [{ is: 'demo' as const }] };
      now.show({ ...now.view, app, sessions: sessions(now.moment, now.language) });
    },
    ...fakeBroken(there),
    ...fakeDoctor(core, there),
    ...fakeProfiles(parameters, there),
    ...fakePrompt(parameters, ready),
    ...fakeSwitcher(there),
  };
}

function setPreference(world: World, change: PreferenceChange): void {
  const refused = refusal(change, world.language);
  if (refused) throw refused as ProblemText & Error;
  if ('profile' in change) {
    world.change(change.profile, (row) => changedRow(row, change));
    return;
  }
  if (change.key === 'watchedThese' || change.key === 'watchedOnly') {
    const asked = new Set(change.profiles);
    const watched = (row: SessionRow, value: boolean): SessionRow =>
      row.watched === value
        ? row
        : changedRow(row, { key: 'watched', profile: row.profile, value });
    const rows = world.view.sessions.map((row) => {
      if (change.key === 'watchedOnly') return watched(row, asked.has(row.profile));
      return asked.has(row.profile) ? watched(row, change.value) : row;
    });
    const app = { ...world.view.app, undecided: false };
    world.show({ ...world.view, app, sessions: rows });
    return;
  }
  const preferences = changedPreferences(world.view.preferences, change);
  const language = preferences.language.value === 'pt-BR' ? 'pt-BR' : 'en';
  const app = { ...world.view.app, clock: preferences.timeFormat.value };
  if (change.key === 'language') app.language = language;
  world.show({ ...world.view, app, preferences });
}

function act(world: World, action: Action, parameters: URLSearchParams): void {
  const { app } = world.view;
  switch (action.do) {
    case 'renew':
      renew(world, action.profile, parameters);
      break;
    case 'renew_all':
      for (const row of world.view.sessions) {
        if (row.watched && row.renewable === 'silent')
          void renewing(world, row.profile, parameters);
      }
      break;
    case 'paste_keys':
      world.send({ is: 'pasteKeys', profile: action.profile });
      break;
    case 'pause':
      world.show({ ...world.view, app: { ...app, conditions: [{ is: 'paused', until: null }] } });
      break;
    case 'resume':
      world.show({ ...world.view, app: { ...app, conditions: [] } });
      break;
    case 'snooze':
      for (const profile of action.profiles) {
        world.change(profile, (row) => ({ ...row, snoozedUntil: Date.now() + 30 * 60_000 }));
      }
      break;
  }
}

function renew(world: World, profile: string, parameters: URLSearchParams): void {
  const row = world.view.sessions.find((one) => one.profile === profile);
  if (row?.renewable !== 'mfa') {
    void renewing(world, profile, parameters);
    return;
  }
  const address = new URLSearchParams({ profile, lang: world.language });
  window.open(`/prompt.html?${address.toString()}`, '_blank', 'width=380,height=260');
}

async function renewing(world: World, profile: string, parameters: URLSearchParams): Promise<void> {
  world.change(profile, (row) => ({ ...row, progress: 'renewing' }));
  await wait(RENEWING);
  const given = { endpoint: 'https://sts.eu-west-1.amazonaws.com', detail: 'timed out' };
  const failure = parameters.has('fail') ? problem(world.language, 'network', given) : null;
  const failed = (row: SessionRow): SessionRow => ({ ...row, progress: null, failure });
  world.change(profile, (row) => (failure ? failed(row) : world.renewed(row)));
}
