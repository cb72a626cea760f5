// The contract with Rust: all that the page asks for and hears.

import { previewBackend } from './preview';
import { tauriBackend } from './tauri';
import type {
  Action,
  BrokenFile,
  CheckRow,
  CleanAnswer,
  Diagnosed,
  FixAnswer,
  FixId,
  LeaveAnswer,
  Moment,
  NetworkAnswer,
  PastedProfile,
  PreferenceChange,
  ProfileChoices,
  ProfileEdit,
  ProfileForm,
  ProfileList,
  ProfilePlan,
  PromptAnswer,
  PromptView,
  PutBackAnswer,
  ReadError,
  SectionRef,
  SessionDetails,
  Shell,
  SwitcherMessage,
  SwitcherView,
  TryAnswer,
  UndoView,
  WindowPatch,
  WindowView,
  ProblemText,
  Written,
} from './types';

export type * from './types';

/** What the window was opened for by a click outside of it. */
export type Errand =
  | { is: 'diagnose'; profile: string | null }
  | { is: 'choose' }
  | { is: 'pasteKeys'; profile: string }
  | { is: 'renewAll' };

export type Zoom = 'in' | 'out' | 'reset';

/** Every command may reject with `ProblemText`; `problemTextOf` reads them. */
export interface Backend {
  windowView(): Promise<WindowView>;
  onPatch(listener: (patch: WindowPatch) => void): Promise<() => void>;
  onErrand(listener: (errand: Errand) => void): Promise<() => void>;
  /** The window is to go: may the edits be dropped? */
  onLeave(listener: () => void): Promise<() => void>;
  /** What was told first is on the screen. */
  pageDrawn(): Promise<void>;
  answerLeave(answer: LeaveAnswer): Promise<void>;
  /** Whether there are edits that are not written. */
  setUnwritten(unwritten: boolean): Promise<void>;
  /** As the frame's own button does: unsaved edits are asked about. */
  closeWindow(): Promise<void>;
  /** All of the window, larger or smaller. */
  zoom(how: Zoom): Promise<void>;
  sessionDetails(profile: string): Promise<SessionDetails>;
  /** As it is shown; what is masked is not copied. */
  copySetting(profile: string, name: string): Promise<void>;
  /** What happened to all profiles of late, oldest first. */
  day(): Promise<Moment[]>;
  act(action: Action): Promise<void>;
  cleanCaches(files: string[]): Promise<CleanAnswer>;
  /** What a cleaning removed, put back where nothing newer stands. */
  putBackCaches(cleaning: number): Promise<PutBackAnswer>;
  setPreference(change: PreferenceChange): Promise<void>;
  /** The profile that is selected when the window opens again. */
  selected(profile: string): Promise<void>;
  /** What is watched is to be chosen another time: in this run nobody is asked again. */
  chooseLater(): Promise<void>;
  testNotification(): Promise<void>;
  testNetwork(): Promise<NetworkAnswer>;
  openLog(): Promise<void>;
  /** Opens a file that Sandglass named, by the name it gave it, in the user's editor at the line. */
  openPlace(file: string, line: number | null): Promise<void>;
  /** Opens the config file in the editor that is chosen, to see whether it comes. */
  tryEditor(): Promise<void>;
  copyDiagnostics(): Promise<void>;
  startDemo(): Promise<void>;
  /** Tells of each check that is through. Null: what a plain `aws` command uses. */
  diagnose(
    profile: string | null,
    error: string | null,
    through: (check: CheckRow) => void,
  ): Promise<Diagnosed>;
  /** Does what the fix of the last diagnosis says; `inPlace` as for a plan. */
  applyFix(fix: FixId, inPlace?: boolean): Promise<FixAnswer>;
  copyFix(fix: FixId, shell: Shell | null): Promise<void>;
  copyReport(maskAccounts: boolean): Promise<void>;
  readError(text: string): Promise<ReadError>;
  /** The files that the AWS CLI refuses, each with the plan that fixes it where it is plain how. */
  brokenFiles(): Promise<BrokenFile[]>;
  profileChoices(): Promise<ProfileChoices>;
  profileList(): Promise<ProfileList>;
  profileForm(section: SectionRef): Promise<ProfileForm>;
  planProfile(edit: ProfileEdit): Promise<ProfilePlan>;
  /** `inPlace`: a person agreed that a file which cannot be replaced is written over. */
  writePlan(id: string, inPlace?: boolean): Promise<Written>;
  /** The last change taken back, or the one made again that was taken back last. */
  undoProfiles(again: boolean): Promise<UndoView>;
  pasteProfile(into: string | null): Promise<PastedProfile>;
  tryPlan(id: string, code: string | null): Promise<TryAnswer>;
  promptView(): Promise<PromptView | null>;
  onPrompt(listener: (view: PromptView) => void): Promise<() => void>;
  promptAnswer(answer: PromptAnswer): Promise<void>;
  promptCancel(): Promise<void>;
  switcherView(): Promise<SwitcherView>;
  onSwitcher(listener: (message: SwitcherMessage) => void): Promise<() => void>;
  closeSwitcher(): Promise<void>;
}

/** The mode is known at build time: the product holds only the first of the two. */
export function connect(): Backend {
  return import.meta.env.MODE === 'fake' ? previewBackend() : tauriBackend();
}

/** What a rejected command says, in the user's language. */
export function problemTextOf(error: unknown): ProblemText {
  if (typeof error === 'object' && error !== null && 'message' in error && 'brief' in error) {
    return error as ProblemText;
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    brief: message,
    message,
    next: '',
    field: null,
    detail: null,
    place: null,
  };
}
