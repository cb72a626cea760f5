// Every command of Rust, over whatever carries them: the bridge of Tauri, or the preview in a browser.

import type {
  Backend,
  CheckRow,
  Errand,
  PromptView,
  SwitcherMessage,
  SwitcherView,
  WindowMessage,
  WindowView,
} from '.';

/** A line on which Rust tells one message after the other. */
export interface Channel<Message> {
  onmessage: (message: Message) => void;
}

/** What carries commands and their answers. */
export interface Transport {
  invoke: <Answer>(command: string, given?: Record<string, unknown>) => Promise<Answer>;
  channel: <Message>() => Channel<Message>;
}

/** What comes on the line of the window after everything was said once. */
type News = Exclude<WindowMessage, { view: WindowView }>;

function isObject<T>(news: T): news is Extract<T, object> {
  return typeof news === 'object';
}

function errandOf(news: News): Errand | null {
  if (news === 'choose' || news === 'renewAll') return { is: news };
  if (!isObject(news)) return null;
  if ('diagnose' in news) return { is: 'diagnose', profile: news.diagnose.profile };
  if ('pasteKeys' in news) return { is: 'pasteKeys', profile: news.pasteKeys.profile };
  return null;
}

/** A line from Rust: what comes on it keeps its order. */
class Line<Message, First, Later> {
  readonly #listeners = new Set<(later: Later) => void>();

  constructor(
    private readonly transport: Transport,
    private readonly command: string,
    private readonly read: (message: Message) => { first: First } | { later: Later },
  ) {}

  /** Opens the line; its first message is the answer. */
  open(): Promise<First> {
    return new Promise((resolve, reject) => {
      const channel = this.transport.channel<Message>();
      channel.onmessage = (message) => {
        const said = this.read(message);
        if ('first' in said) resolve(said.first);
        else for (const listener of this.#listeners) listener(said.later);
      };
      this.transport.invoke(this.command, { channel }).catch(reject);
    });
  }

  listen(listener: (later: Later) => void): Promise<() => void> {
    this.#listeners.add(listener);
    return Promise.resolve(() => this.#listeners.delete(listener));
  }
}

export function backendOver(transport: Transport): Backend {
  const { invoke } = transport;
  const windowLine = new Line<WindowMessage, WindowView, News>(
    transport,
    'watch_window',
    (message) =>
      isObject(message) && 'view' in message ? { first: message.view } : { later: message },
  );
  let asked = false;
  const promptLine = new Line<PromptView, PromptView, PromptView>(
    transport,
    'watch_prompt',
    (view) => {
      if (asked) return { later: view };
      asked = true;
      return { first: view };
    },
  );
  let opened = false;
  const switcherLine = new Line<SwitcherMessage, SwitcherView, SwitcherMessage>(
    transport,
    'watch_switcher',
    (message) => {
      if (opened || !('view' in message)) return { later: message };
      opened = true;
      return { first: message.view };
    },
  );
  return {
    windowView: () => windowLine.open(),
    onPatch: (listener) =>
      windowLine.listen((news) => {
        if (isObject(news) && 'patch' in news) listener(news.patch);
      }),
    onErrand: (listener) =>
      windowLine.listen((news) => {
        const errand = errandOf(news);
        if (errand) listener(errand);
      }),
    onLeave: (listener) =>
      windowLine.listen((news) => {
        if (news === 'leave') listener();
      }),
    pageDrawn: () => invoke('page_drawn'),
    answerLeave: (answer) => invoke('answer_leave', { answer }),
    setUnwritten: (unwritten) => invoke('set_unwritten', { unwritten }),
    closeWindow: () => invoke('close_window'),
    zoom: (how) => invoke('zoom', { step: how }),
    sessionDetails: (profile) => invoke('session_details', { profile }),
    copySetting: (profile, name) => invoke('copy_setting', { profile, name }),
    day: () => invoke('day'),
    act: (action) => invoke('act', { action }),
    cleanCaches: (files) => invoke('clean_caches', { files }),
    putBackCaches: (cleaning) => invoke('put_back_caches', { cleaning }),
    selected: (profile) => invoke('selected', { profile }),
    chooseLater: () => invoke('choose_later'),
    setPreference: (change) => invoke('set_preference', { change }),
    testNotification: () => invoke('test_notification'),
    testNetwork: () => invoke('test_network'),
    openLog: () => invoke('open_log'),
    openPlace: (file, line) => invoke('open_place', { file, line }),
    tryEditor: () => invoke('try_editor'),
    copyDiagnostics: () => invoke('copy_diagnostics'),
    startDemo: () => invoke('start_demo'),
    diagnose: (profile, error, through) => {
      const channel = transport.channel<CheckRow>();
      channel.onmessage = through;
      return invoke('diagnose', { profile, error, channel });
    },
    applyFix: (fix, inPlace = false) => invoke('apply_fix', { fix, inPlace }),
    copyFix: (fix, shell) => invoke('copy_fix', { fix, shell }),
    copyReport: (maskAccounts) => invoke('copy_report', { maskAccounts }),
    readError: (text) => invoke('read_error', { text }),
    brokenFiles: () => invoke('broken_files'),
    profileChoices: () => invoke('profile_choices'),
    profileList: () => invoke('profile_list'),
    profileForm: (section) => invoke('profile_form', { section }),
    planProfile: (edit) => invoke('plan_profile', { edit }),
    writePlan: (id, inPlace = false) => invoke('write_plan', { id, inPlace }),
    undoProfiles: (again) => invoke('undo_profiles', { again }),
    pasteProfile: (into) => invoke('paste_profile', { into }),
    tryPlan: (id, code) => invoke('try_plan', { id, code }),
    promptView: () => promptLine.open(),
    onPrompt: (listener) => promptLine.listen(listener),
    promptAnswer: (answer) => invoke('prompt_answer', { answer }),
    promptCancel: () => invoke('prompt_cancel'),
    switcherView: () => switcherLine.open(),
    onSwitcher: (listener) => switcherLine.listen(listener),
    closeSwitcher: () => invoke('close_switcher'),
  };
}
