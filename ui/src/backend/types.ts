// Made from crates/app/src/window by its tests: change the types there.

/**
 * Everything the window shows but the details of one session.
 */
export type WindowView = { 
/**
 * The state of the whole application.
 */
app: AppView, 
/**
 * Every profile, in the order of the files.
 */
sessions: Array<SessionRow>, 
/**
 * Every file of the caches.
 */
caches: Array<CacheRow>, 
/**
 * The user's choices.
 */
preferences: PreferencesView, 
/**
 * The profile that was selected when the window was last there. Later ones the page knows first.
 */
selected: string | null, };

/**
 * Messages to the window.
 */
export type WindowMessage = { "view": WindowView } | { "patch": WindowPatch } | { "diagnose": { 
/**
 * The profile; none means what a plain `aws` command uses.
 */
profile: string | null, } } | "choose" | { "pasteKeys": { 
/**
 * The profile.
 */
profile: string, } } | "renewAll" | "leave";

/**
 * The parts that changed; a part that did not is null or empty.
 */
export type WindowPatch = { 
/**
 * The new one.
 */
app: AppView | null, 
/**
 * Rows that are new or changed.
 */
sessions: Array<SessionRow>, 
/**
 * Every profile in order, where one came, went or moved.
 */
order: Array<string> | null, 
/**
 * All of them, where one changed.
 */
caches: Array<CacheRow> | null, 
/**
 * The new ones.
 */
preferences: PreferencesView | null, };

/**
 * The state of the whole application.
 */
export type AppView = { 
/**
 * Sandglass's own version.
 */
version: string, 
/**
 * The language in use: `en` or `pt-BR`.
 */
language: string, 
/**
 * The format of times of day: `system` only where the system knows better than its variables say.
 */
clock: TimeFormat, 
/**
 * True if choosing what is watched was put off in this run.
 */
choosesLater: boolean, 
/**
 * Conditions of the whole application, the weightiest first.
 */
conditions: Array<Condition>, 
/**
 * True if the user has yet to choose what is watched: nothing is chosen, and there are more profiles
 * than are watched without being asked.
 */
undecided: boolean, 
/**
 * Problems of the AWS files or the preferences as a whole.
 */
problems: Array<FileProblem>, 
/**
 * The number of needs for a person now: watched sessions, files that cannot be used, a clock that is off.
 */
needsYou: number, 
/**
 * The profiles that "renew all" would renew now.
 */
renewAll: RenewAllView, 
/**
 * The next time a watched profile needs a person.
 */
nextNeed: NextNeed | null, 
/**
 * The number of expired cache files, which could be cleaned.
 */
expiredCaches: number, 
/**
 * The files that Sandglass will write, if there is no AWS profile yet; else empty.
 */
firstRun: Array<WrittenFile>, 
/**
 * True if anything shows the tray icon.
 */
hasTray: boolean, 
/**
 * True if the demo can be started from here.
 */
hasDemo: boolean, 
/**
 * The revision of the AWS files: it changes whenever the content of either file does. The
 * Profiles view asks for its list and form anew, and a dirty form tells of the change.
 */
files: string, 
/**
 * The number of profiles, for texts such as "Search 214 profiles".
 */
profileCount: number, };

/**
 * Something that holds for everything.
 */
export type Condition = { "is": "demo" } | { "is": "paused", 
/**
 * Its end; null: until the user ends it.
 */
until: number | null, } | { "is": "offline", 
/**
 * The number of watched sessions that are still valid.
 */
valid: number, 
/**
 * The expiry of the first of them.
 */
firstEnds: number | null, } | { "is": "clock" } | { "is": "unwatched" };

/**
 * A problem of a file as a whole.
 */
export type FileProblem = { 
/**
 * The problem and its place.
 */
words: ProblemText, };

/**
 * A place that can be shown.
 */
export type Place = { 
/**
 * As it is shown: `~/.aws/config:12`, `config:12`, the name of a variable or of a method.
 */
text: string, 
/**
 * The file, with `~`, by which it is asked to be opened; null where it is none.
 */
file: string | null, 
/**
 * The line in it, from 1.
 */
line: number | null, };

/**
 * One broken file.
 */
export type BrokenFile = { 
/**
 * The file.
 */
file: FileName, 
/**
 * Its first error.
 */
words: ProblemText, 
/**
 * The number of further errors.
 */
more: number, 
/**
 * The line and its neighbours, secrets masked.
 */
lines: Array<FileLine>, 
/**
 * The plan that fixes the file, written like a change of profiles; null if only a person can tell how.
 */
plan: ProfilePlan | null, };

/**
 * One line of a file.
 */
export type FileLine = { 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * Its text, secrets masked.
 */
text: string, 
/**
 * True if it is the wrong one.
 */
isWrong: boolean, };

/**
 * The next need for a person.
 */
export type NextNeed = { 
/**
 * The time.
 */
at: number, 
/**
 * For what.
 */
need: NeedKind, 
/**
 * For whose session.
 */
profile: string, };

/**
 * The profiles that "renew all" would renew now.
 */
export type RenewAllView = { 
/**
 * The profiles, those that need no person first.
 */
profiles: Array<string>, 
/**
 * True if some take an MFA code.
 */
asks: boolean, 
/**
 * True if they are so many that it is asked about first.
 */
many: boolean, };

/**
 * A place Sandglass writes to, for the first run.
 */
export type WrittenFile = { 
/**
 * Its path, with `~`.
 */
path: string, 
/**
 * `config`, `credentials`, `cache`, `sign_ins`, `preferences`.
 */
what: string, 
/**
 * The mode it is made with, such as `0600`.
 */
mode: string, };

/**
 * The result of testing the network settings.
 */
export type NetworkAnswer = { 
/**
 * The address of STS that was asked.
 */
endpoint: string, 
/**
 * Null: AWS answered.
 */
failure: ProblemText | null, };

/**
 * A problem in the user's language.
 */
export type ProblemText = { 
/**
 * Stable identifier.
 */
code: string, 
/**
 * A few words.
 */
brief: string, 
/**
 * The problem, in one short sentence.
 */
message: string, 
/**
 * The next step.
 */
next: string, 
/**
 * Both in one for beside the field it is about; null where only the whole sentence will do.
 */
field: string | null, 
/**
 * The words of AWS or of the system in full: shown on request.
 */
detail: string | null, 
/**
 * The place where it is fixed.
 */
place: Place | null, };

/**
 * One profile's line.
 */
export type SessionRow = { 
/**
 * The profile's name, exactly.
 */
profile: string, 
/**
 * The profile's kind.
 */
kind: SessionKind, 
/**
 * Its state now.
 */
state: SessionState, 
/**
 * Under which heading it stands.
 */
group: Group, 
/**
 * True if the tray shows and guards it.
 */
watched: boolean, 
/**
 * True if it is renewed without being asked, where that is possible.
 */
keepFresh: boolean, 
/**
 * The reason why that has no effect now; null if it works.
 */
keepFreshIdle: IdleReason | null, 
/**
 * The requirement of a new session now.
 */
renewable: RenewalNeed, 
/**
 * True if one of its roles asks for an MFA code.
 */
mfa: boolean, 
/**
 * The action that is needed from a person now; null if nobody is needed.
 */
attention: AttentionKind | null, 
/**
 * The thing a person must provide, now or at the deadline; null if nobody is needed.
 */
need: NeedKind | null, 
/**
 * The deadline; null if never or unknown.
 */
humanDeadline: number | null, 
/**
 * The expiry of its credentials.
 */
expiresAt: number | null, 
/**
 * The time they began, if it is known: the ring shows what is left of the whole.
 */
beganAt: number | null, 
/**
 * The time of the next silent renewal.
 */
renewsAt: number | null, 
/**
 * The end of its snooze.
 */
snoozedUntil: number | null, 
/**
 * The progress or result of the last renewal.
 */
progress: Progress | null, 
/**
 * The sign-in that it waits for.
 */
signIn: WaitingSignIn | null, 
/**
 * The reason why the last renewal failed, or why it cannot work at all.
 */
failure: ProblemText | null, 
/**
 * The account.
 */
account: string | null, 
/**
 * The role's name, without its path, also of one of IAM Identity Center.
 */
role: string | null, 
/**
 * The profile its role is assumed from.
 */
via: string | null, 
/**
 * The place of its credentials, such as `credentials:14`.
 */
place: string, 
/**
 * A colour and a word of the user's, such as "prod".
 */
label: Label | null, };

/**
 * A heading.
 */
export type Group = "needs_you" | "watching" | "always_valid" | "others";

/**
 * The thing a person must provide.
 */
export type NeedKind = "click" | "mfa" | "sign_in" | "keys";

/**
 * An action that is needed from a person now.
 */
export type AttentionKind = "fix" | "bring" | "over";

/**
 * The reason why keeping a session fresh has no effect.
 */
export type IdleReason = "not_watched" | "mfa_each_time" | "sign_in";

/**
 * The progress or result of a renewal.
 */
export type Progress = "renewing" | "renewed" | "signing_in";

/**
 * The word for what kind of profile it is.
 */
export type SessionKind = "role" | "keys" | "temporary_keys" | "sso" | "web_identity" | "login" | "process" | "host" | "settings" | "none";

/**
 * The state of a session at one moment.
 */
export type SessionState = "broken" | "expired" | "expiring" | "fresh" | "unknown" | "signed_out" | "no_expiry" | "none";

/**
 * The requirement of a new session.
 */
export type RenewalNeed = "silent" | "mfa" | "sign_in" | "sign_in_by_command" | "new_keys" | "no";

/**
 * The content of the details pane beside the session's row.
 */
export type SessionDetails = { 
/**
 * The profile.
 */
profile: string, 
/**
 * The role's ARN.
 */
arn: string | null, 
/**
 * The chain, from the source that needs no other to the profile itself.
 */
chain: Array<ChainStep>, 
/**
 * For keys in a file that are renewed from a role: that chain. Else empty.
 */
refresh: Array<ChainStep>, 
/**
 * Every setting, as `aws configure list` would tell where it comes from.
 */
settings: Array<SettingRow>, 
/**
 * Problems, and differences in what other SDKs read.
 */
problems: Array<ProblemText>, 
/**
 * The history of the last 24 hours, newest first.
 */
history: Array<HistoryRow>, };

/**
 * One source of a chain.
 */
export type ChainStep = { 
/**
 * The profile, unless it is a variable or this host.
 */
profile: string | null, 
/**
 * botocore's name of the method: `assume-role`, `shared-credentials-file`, `sso`, …
 */
method: string, 
/**
 * The role it assumes.
 */
roleArn: string | null, 
/**
 * The MFA device it asks for.
 */
mfaSerial: string | null, 
/**
 * Its place, such as `config:12`.
 */
place: Place, 
/**
 * The expiry of its own credentials.
 */
expiresAt: number | null, 
/**
 * The requested length of a session in seconds, if the profile sets it.
 */
duration: number | null, 
/**
 * True if its session stands in the AWS CLI's cache.
 */
cached: boolean, };

/**
 * One setting and where it comes from.
 */
export type SettingRow = { 
/**
 * Its key.
 */
name: string, 
/**
 * Its value; of an access key ID the last four characters, as the AWS CLI shows them, of a secret nothing.
 */
value: string, 
/**
 * True if the value is masked: there is nothing to copy.
 */
secret: boolean, 
/**
 * `config:13`, the name of a variable, or botocore's name of a method.
 */
from: Place, 
/**
 * Values elsewhere that it overrides.
 */
overrides: Array<Overridden>, };

/**
 * A value that does not count.
 */
export type Overridden = { 
/**
 * The value, masked as the other.
 */
value: string, 
/**
 * Its place.
 */
from: Place, };

/**
 * Something that happened to a session.
 */
export type HistoryRow = { 
/**
 * The time.
 */
at: number, 
/**
 * The event: `renewed`, `renewed_silently`, `failed`.
 */
what: string, 
/**
 * For a renewal: until when the new session lasts.
 */
until: number | null, 
/**
 * For a failure: why, in a few words.
 */
reason: string | null, };

/**
 * Something that happened, to one profile or to several in the same minute.
 */
export type Moment = { 
/**
 * The time of the first of these events.
 */
at: number, 
/**
 * The event.
 */
what: MomentKind, 
/**
 * To whom, each once.
 */
profiles: Array<string>, 
/**
 * For a failure: why, in a few words.
 */
reason: string | null, };

/**
 * A kind of event.
 */
export type MomentKind = "renewed" | "renewed_silently" | "failed";

/**
 * The device behind a session, and the user whose it is.
 */
export type MfaSessionOwner = { 
/**
 * The device: an ARN, or a hardware serial number.
 */
serialNumber: string, 
/**
 * The access key of the user.
 */
userAccessKeyId: string, };

/**
 * A file of a cache.
 */
export type CacheRow = { 
/**
 * The file: what `cleanCaches` is told.
 */
file: string, 
/**
 * The file as people read it: `cli/cache/5beab759a265….json`.
 */
shown: string, 
/**
 * Its kind.
 */
kind: CacheKind, 
/**
 * The profiles it is for.
 */
profiles: Array<string>, 
/**
 * Of an MFA session: the device, and whose it is.
 */
device: MfaSessionOwner | null, 
/**
 * The expiry of its content.
 */
expiresAt: number | null, 
/**
 * True if that is over.
 */
expired: boolean, 
/**
 * True if "Clean caches" takes it, in the tray as in the window: it is over, or damaged.
 */
stale: boolean, 
/**
 * True if that is soon: by the measure of the session it holds.
 */
expiring: boolean, 
/**
 * Its size.
 */
bytes: number, 
/**
 * The consequence of removing it now.
 */
consequence: Consequence, };

/**
 * An MFA device.
 */
export type MfaDeviceChoice = { 
/**
 * The device: an ARN, or a hardware serial number.
 */
serial: string, 
/**
 * The command that prints its codes, without what may be a secret of its arguments; empty: a person is asked.
 */
command: Preference<string>, };

/**
 * A sign-in to IAM Identity Center.
 */
export type SignInChoice = { 
/**
 * The sso-session, or the start URL of profiles without one.
 */
session: string, 
/**
 * The command of its browser, or `copy`; empty: the usual one.
 */
browser: Preference<string>, };

/**
 * A sign-in that waits for a person at a browser.
 */
export type WaitingSignIn = { 
/**
 * The code that the page must show; null where the browser comes back by itself.
 */
code: string | null, 
/**
 * True if somebody opens the link: no browser does.
 */
byLink: boolean, };

/**
 * The kinds of cache files.
 */
export type CacheKind = "role" | "web_identity" | "sso" | "sso_token" | "sso_registration" | "mfa_session" | "damaged" | "other";

/**
 * The consequence of removing a cache file.
 */
export type Consequence = "nothing" | "renewed_at_next_use" | "needs_you" | "not_ours";

/**
 * The result of cleaning one file.
 */
export type CleanResult = { 
/**
 * The file.
 */
file: string, 
/**
 * Null: it is gone.
 */
failure: ProblemText | null, };

/**
 * The result of cleaning.
 */
export type CleanAnswer = { 
/**
 * Each of the files that were to go.
 */
results: Array<CleanResult>, 
/**
 * The number for `putBackCaches` to undo it; null if it cannot be undone.
 */
cleaning: number | null, };

/**
 * The result of putting cleaned files back.
 */
export type PutBackAnswer = { 
/**
 * The number of files that were put back.
 */
putBack: number, 
/**
 * At so many places something newer stands, which stays.
 */
newer: number, 
/**
 * The reason why the first of the others could not be put back.
 */
failure: ProblemText | null, };

/**
 * Every choice.
 */
export type PreferencesView = { 
/**
 * True if notifications are shown.
 */
notifications: Preference<boolean>, 
/**
 * Minutes before a human is needed, the longest first: one or two.
 */
notifyMinutes: Preference<Array<number>>, 
/**
 * The time for which snoozing silences a notification, in minutes.
 */
snoozeMinutes: Preference<number>, 
/**
 * The time for which a session that a code of an MFA device made lasts, in minutes.
 */
mfaSessionMinutes: Preference<number>, 
/**
 * The MFA devices of all profiles, each with the command that prints its codes.
 */
mfaDevices: Array<MfaDeviceChoice>, 
/**
 * The browsers of sign-ins to IAM Identity Center.
 */
signIns: Array<SignInChoice>, 
/**
 * The number of days for which backups of the AWS files are kept.
 */
backupDays: Preference<number>, 
/**
 * Renew silently what needs no person, unless a profile says otherwise.
 */
keepFresh: Preference<boolean>, 
/**
 * Start at login.
 */
startAtLogin: Preference<boolean>, 
/**
 * The language.
 */
language: Preference<LanguageChoice>, 
/**
 * The colours.
 */
theme: Preference<Theme>, 
/**
 * The format of times of day.
 */
timeFormat: Preference<TimeFormat>, 
/**
 * The order of the sessions.
 */
sort: Preference<Sort>, 
/**
 * True if the day is shown above the sessions.
 */
showDay: Preference<boolean>, 
/**
 * The key that opens the quick switcher, such as `Ctrl+Alt+S`; empty: none.
 */
switcherKey: Preference<string>, 
/**
 * The state of that key.
 */
switcherKeyState: KeyState, 
/**
 * The proxy for every call to AWS; empty: none. Stars stand for a name and a password in it.
 */
proxy: Preference<string>, 
/**
 * Hosts without proxy, with commas.
 */
noProxy: Preference<string>, 
/**
 * A PEM file of certificates to trust.
 */
caBundle: Preference<string>, 
/**
 * Another config file.
 */
configFile: Preference<string>, 
/**
 * Another credentials file.
 */
credentialsFile: Preference<string>, 
/**
 * The command that opens a file at a line; empty: what is found.
 */
editor: Preference<string>, 
/**
 * Every file in use, and why that one.
 */
files: Array<FileInUse>, };

/**
 * One choice.
 */
export type Preference<T> = { 
/**
 * The value in effect.
 */
value: T, 
/**
 * The default.
 */
default: T, 
/**
 * True if the user chose: then it can be reset.
 */
isSet: boolean, 
/**
 * A variable that Sandglass was started with and that wins over the choice.
 */
overruledBy: string | null, };

/**
 * The state of the key that opens the switcher.
 */
export type KeyState = { "is": "off" } | { "is": "works", 
/**
 * The key that the desktop chose, where it has a say: the user may have chosen another there.
 */
shown: string | null, } | { "is": "taken" } | { "is": "noSuchKey" } | { "is": "refused" } | { "is": "unsupported" };

/**
 * A file in use.
 */
export type FileInUse = { 
/**
 * `config`, `credentials`, `cache`, `preferences`, `log`.
 */
what: string, 
/**
 * Its path, with `~`.
 */
path: string, 
/**
 * The reason for that one.
 */
origin: FileOrigin, 
/**
 * True if it exists.
 */
exists: boolean, };

/**
 * The reason why a file is the one in use.
 */
export type FileOrigin = "default" | "variable" | "preference";

/**
 * A change of one choice; null takes the choice back.
 */
export type PreferenceChange = { "key": "notifications", 
/**
 * The choice.
 */
value: boolean | null, } | { "key": "notifyMinutes", 
/**
 * The choice.
 */
value: Array<number> | null, } | { "key": "snoozeMinutes", 
/**
 * The choice.
 */
value: number | null, } | { "key": "backupDays", 
/**
 * The choice.
 */
value: number | null, } | { "key": "mfaSessionMinutes", 
/**
 * The choice.
 */
value: number | null, } | { "key": "browser", 
/**
 * The sso-session, or the start URL without one.
 */
session: string, 
/**
 * The choice.
 */
value: string | null, } | { "key": "mfaCommand", 
/**
 * The device.
 */
serial: string, 
/**
 * The choice.
 */
value: string | null, } | { "key": "keepFresh", 
/**
 * The choice.
 */
value: boolean | null, } | { "key": "startAtLogin", 
/**
 * The choice.
 */
value: boolean | null, } | { "key": "language", 
/**
 * The choice.
 */
value: LanguageChoice | null, } | { "key": "theme", 
/**
 * The choice.
 */
value: Theme | null, } | { "key": "timeFormat", 
/**
 * The choice.
 */
value: TimeFormat | null, } | { "key": "sort", 
/**
 * The choice.
 */
value: Sort | null, } | { "key": "showDay", 
/**
 * The choice.
 */
value: boolean | null, } | { "key": "switcherKey", 
/**
 * The choice, such as `Ctrl+Alt+S`.
 */
value: string | null, } | { "key": "proxy", 
/**
 * The choice.
 */
value: string | null, } | { "key": "noProxy", 
/**
 * The choice.
 */
value: string | null, } | { "key": "caBundle", 
/**
 * The choice.
 */
value: string | null, } | { "key": "configFile", 
/**
 * The choice.
 */
value: string | null, } | { "key": "credentialsFile", 
/**
 * The choice.
 */
value: string | null, } | { "key": "editor", 
/**
 * The choice.
 */
value: string | null, } | { "key": "watched", 
/**
 * The profile.
 */
profile: string, 
/**
 * The choice.
 */
value: boolean, } | { "key": "watchedThese", 
/**
 * The profiles.
 */
profiles: Array<string>, 
/**
 * The choice.
 */
value: boolean, } | { "key": "watchedOnly", 
/**
 * The profiles.
 */
profiles: Array<string>, } | { "key": "profileKeepFresh", 
/**
 * The profile.
 */
profile: string, 
/**
 * The choice.
 */
value: boolean | null, } | { "key": "label", 
/**
 * The profile.
 */
profile: string, 
/**
 * The choice.
 */
value: Label | null, };

/**
 * A colour and a word of the user's, so that nobody takes production for a playground.
 */
export type Label = { 
/**
 * At most 12 characters.
 */
text: string, 
/**
 * The colour.
 */
color: LabelColor, };

/**
 * The colour of a label. Never the only sign: the word stands beside it.
 */
export type LabelColor = "gray" | "red" | "orange" | "yellow" | "green" | "blue" | "purple";

/**
 * The language of tray, window, notifications and terminal.
 */
export type LanguageChoice = "system" | "en" | "pt-BR";

/**
 * The window's colours.
 */
export type Theme = "system" | "light" | "dark";

/**
 * The format of times of day.
 */
export type TimeFormat = "system" | "24h" | "12h";

/**
 * The order of the window's sessions.
 */
export type Sort = "urgency" | "name" | "account";

/**
 * The content of the prompt.
 */
export type PromptView = { 
/**
 * The profile to renew.
 */
profile: string, 
/**
 * Its account.
 */
account: string | null, 
/**
 * The role's name.
 */
role: string | null, 
/**
 * The profile it is assumed from.
 */
via: string | null, 
/**
 * The device: an ARN, or a hardware number.
 */
serial: string, 
/**
 * The user's own label.
 */
label: Label | null, 
/**
 * Other watched profiles that wait for a code of the same device and the same keys.
 */
sameDevice: Array<SameDevice>, 
/**
 * True if a code is being tried.
 */
busy: boolean, 
/**
 * AWS's answer to the last code.
 */
refusal: ProblemText | null, 
/**
 * The language in use: `en` or `pt-BR`.
 */
language: string, };

/**
 * A profile behind the same device.
 */
export type SameDevice = { 
/**
 * Its name.
 */
profile: string, 
/**
 * The user's own label.
 */
label: Label | null, };

/**
 * The answer that the prompt sends.
 */
export type PromptAnswer = { 
/**
 * Six digits.
 */
code: string, 
/**
 * Profiles of `sameDevice` to renew with the same code.
 */
also: Array<string>, };

/**
 * The content of the quick switcher.
 */
export type SwitcherView = { 
/**
 * The language in use: `en` or `pt-BR`.
 */
language: string, 
/**
 * The format of times of day.
 */
timeFormat: TimeFormat, 
/**
 * The user's shell, for the keys that are copied.
 */
shell: Shell, 
/**
 * Every profile: the watched ones first, then what was used last.
 */
rows: Array<SessionRow>, };

/**
 * Messages to the quick switcher.
 */
export type SwitcherMessage = { "view": SwitcherView } | { "patch": SwitcherPatch };

/**
 * The rows that changed.
 */
export type SwitcherPatch = { 
/**
 * Rows that are new or changed.
 */
rows: Array<SessionRow>, 
/**
 * Every profile in order, where one came or went.
 */
order: Array<string> | null, };

/**
 * The page's answer when asked whether its window may close.
 */
export type LeaveAnswer = "heard" | "keep" | "discard";

/**
 * The choices that the form offers. They never change while the program runs, so the page asks once.
 */
export type ProfileChoices = { 
/**
 * Every kind of profile, in the order of the designs.
 */
kinds: Array<KindFields>, 
/**
 * The fields of an `[sso-session]`.
 */
ssoSessionFields: Array<KindField>, 
/**
 * The regions AWS has, by code. Others may be typed.
 */
regions: Array<Region>, 
/**
 * The values of `credential_source`.
 */
credentialSources: Array<string>, 
/**
 * The values of `output`.
 */
outputs: Array<string>, };

/**
 * One kind and its fields.
 */
export type KindFields = { 
/**
 * The kind.
 */
kind: ProfileKind, 
/**
 * Its fields in the order they are filled in. Any other key may be set too.
 */
fields: Array<KindField>, 
/**
 * The files AWS tools read such a profile from, the usual one first. The choice goes into
 * `ProfileEdit.file`; null there: each key goes to its usual file.
 */
files: Array<FileName>, };

/**
 * One field.
 */
export type KindField = { 
/**
 * The key.
 */
key: string, 
/**
 * True if the kind cannot do without it, or without one of `instead`.
 */
needed: boolean, 
/**
 * Keys of which one does instead; exactly one of them and this may be there.
 */
instead: Array<string>, 
/**
 * True if its value is never shown.
 */
secret: boolean, };

/**
 * A region.
 */
export type Region = { 
/**
 * Such as `eu-central-1`.
 */
code: string, 
/**
 * AWS's own name of it in the language in use, such as `Europe (Frankfurt)`.
 */
name: string, };

/**
 * A kind of profile.
 */
export type ProfileKind = "keys" | "temporary_keys" | "role" | "role_mfa" | "sso" | "sso_legacy" | "web_identity" | "process" | "login";

/**
 * One of the two AWS files.
 */
export type FileName = "config" | "credentials";

/**
 * The types of sections.
 */
export type SectionType = "profile" | "sso_session" | "services";

/**
 * A section, by what it is for and its name.
 */
export type SectionRef = { 
/**
 * Its type.
 */
is: SectionType, 
/**
 * Its name.
 */
name: string, };

/**
 * The list of profiles and sections to edit.
 */
export type ProfileList = { 
/**
 * The revision of the AWS files: the value of `AppView.files` then.
 */
revision: string, 
/**
 * Profiles in the order of the files, then sso-sessions, then services.
 */
rows: Array<ProfileRow>, 
/**
 * Both files.
 */
files: Array<EditableFile>, 
/**
 * The change that would be taken back next.
 */
undo: PastChange | null, 
/**
 * The change that was taken back last, and can be made again.
 */
redo: PastChange | null, };

/**
 * One section.
 */
export type ProfileRow = { 
/**
 * The section.
 */
section: SectionRef, 
/**
 * The kind of a profile; null for one that gives no credentials of its own, and for other
 * sections.
 */
kind: ProfileKind | null, 
/**
 * True if it asks for an MFA code.
 */
mfa: boolean, 
/**
 * The thing it depends on: of a role the source profile or credential source, of SSO the sso-session or
 * the portal's address, of a process its program, of an sso-session its start URL.
 */
via: string | null, 
/**
 * The account, as far as the settings tell.
 */
account: string | null, 
/**
 * The role's or permission set's name.
 */
role: string | null, 
/**
 * The region of a profile, or the nearest one of its sources.
 */
region: string | null, 
/**
 * The number of problems that keep it from working.
 */
problems: number, 
/**
 * The number of warnings.
 */
warnings: number, 
/**
 * The files it stands in.
 */
files: Array<FileName>, };

/**
 * One of the two files, as a thing to write to.
 */
export type EditableFile = { 
/**
 * The section.
 */
file: FileName, 
/**
 * Its path, with `~`.
 */
path: string, 
/**
 * True if it exists; else the first change makes it.
 */
exists: boolean, 
/**
 * The reason why it cannot be read, parsed or written, with its place if there is one. Profiles are still
 * shown; a plan that touches an unparsable file is refused with the same words.
 */
problem: FileProblem | null, };

/**
 * Everything the editor shows of one section.
 */
export type ProfileForm = { 
/**
 * The section.
 */
section: SectionRef, 
/**
 * The revision of the AWS files: the value of `AppView.files` then.
 */
revision: string, 
/**
 * The kind of a profile; null for one that gives no credentials of its own, and for other
 * sections.
 */
kind: ProfileKind | null, 
/**
 * The account, as far as the settings tell.
 */
account: string | null, 
/**
 * The role's or permission set's name.
 */
role: string | null, 
/**
 * The files it stands in.
 */
files: Array<FileName>, 
/**
 * Every setting, config first, each key once, in the order of the lines.
 */
settings: Array<FormSetting>, 
/**
 * Profiles that name it: a rename changes them, a removal breaks them.
 */
dependents: Array<Dependent>, 
/**
 * For temporary keys and a role without a source: what would make it renew itself.
 */
convert: ConvertProposal | null, 
/**
 * For keys in a file: when they run out, as far as is recorded.
 */
expiresAt: number | null, 
/**
 * Its present problems.
 */
problems: Array<FieldProblem>, };

/**
 * One setting.
 */
export type FormSetting = { 
/**
 * Its key, in lower case.
 */
key: string, 
/**
 * Its value as the AWS CLI reads it; of a secret nothing (`****************`), of an address or a command what may be
 * shown; empty where there is a `block`.
 */
value: string, 
/**
 * True if the value is a secret or holds one: it can be replaced, not read.
 */
secret: boolean, 
/**
 * The settings of a nested block, such as `addressing_style` under `s3 =`. An edit names one as
 * `s3.addressing_style`.
 */
block: Array<NestedSetting>, 
/**
 * The file it counts from.
 */
file: FileName, 
/**
 * Its line there.
 */
line: number, 
/**
 * Both, such as `~/.aws/config:12`.
 */
place: string, 
/**
 * The value of the other file that does not count because of it.
 */
overrides: Overridden | null, 
/**
 * True if it comes from `[DEFAULT]`, and so cannot be taken away here.
 */
inherited: boolean, };

/**
 * One setting of a nested block.
 */
export type NestedSetting = { 
/**
 * Its key inside the block.
 */
key: string, 
/**
 * Its value, masked as in `FormSetting`.
 */
value: string, 
/**
 * True if it is a secret.
 */
secret: boolean, 
/**
 * Its line.
 */
line: number, };

/**
 * A conversion that would make a profile renew itself. The page sends it back, corrected, as
 * `ProfileEdit.convert`.
 */
export type ConvertProposal = { 
/**
 * The role, where something tells which.
 */
roleArn: string | null, 
/**
 * The source of this knowledge.
 */
seen: RoleSeen, 
/**
 * Its place: the key of this section for `seen: "setting"`, such as `x_principal_arn`.
 */
seenIn: string | null, 
/**
 * True if the role was seen by its session, whose ARN lacks the role's path: the user adds it.
 */
mayLackPath: boolean, 
/**
 * The profile that would assume it: the one named already, or the only one with long-term keys.
 */
sourceProfile: string | null, 
/**
 * The profiles that hold long-term keys: the likely ones. Any other may be chosen.
 */
sources: Array<string>, 
/**
 * The region it has, or that of the profile that would assume it.
 */
region: string | null, };

/**
 * The sources that tell which role keys belong to.
 */
export type RoleSeen = "setting" | "preferences" | "nowhere";

/**
 * A profile that names the section.
 */
export type Dependent = { 
/**
 * The profile.
 */
profile: string, 
/**
 * By this key: `source_profile`, `sso_session` or `services`.
 */
key: string, };

/**
 * A problem and the field it belongs to.
 */
export type FieldProblem = { 
/**
 * The key of the field; `[name]` for the section's name, which no key can be called; null for what
 * is of no single field.
 */
field: string | null, 
/**
 * The problem, with its fix in `next`.
 */
words: ProblemText, 
/**
 * Both in few words, for beside the field; null where it takes the whole sentence.
 */
beside: string | null, };

/**
 * An edit. It may hold typed secrets, so it can be neither printed nor sent back.
 */
export type ProfileEdit = { "do": "create", 
/**
 * Its type and name.
 */
section: SectionRef, 
/**
 * The kind that was chosen, for a profile: then its needed keys must be there.
 */
kind: ProfileKind | null, 
/**
 * Its settings. `sso_start_url` and `sso_region` beside an `sso_session` that does not exist
 * make that section, too.
 */
set: Array<NewValue>, 
/**
 * The file for all of them; null: each key goes to its usual file.
 */
file: FileName | null, } | { "do": "change", 
/**
 * The section, by its present name.
 */
section: SectionRef, 
/**
 * The name it is to have, new or the same. References follow a new one.
 */
name: string, 
/**
 * The new values. A secret that was not typed is left out.
 */
set: Array<NewValue>, 
/**
 * The keys to take away, from both files.
 */
unset: Array<string>, 
/**
 * The file for what is set; null: each key where it counts now, else in its usual file.
 */
file: FileName | null, } | { "do": "duplicate", 
/**
 * The section.
 */
section: SectionRef, 
/**
 * The new one's name.
 */
name: string, } | { "do": "remove", 
/**
 * The section.
 */
section: SectionRef, } | { "do": "paste", 
/**
 * `PastedProfile.id`. The program keeps the last one only.
 */
paste: string, 
/**
 * The profile it goes to.
 */
profile: string, 
/**
 * More to set with it, such as a region.
 */
set: Array<NewValue>, } | { "do": "convert", 
/**
 * The profile.
 */
profile: string, 
/**
 * The role.
 */
roleArn: string, 
/**
 * The profile that assumes it.
 */
sourceProfile: string, 
/**
 * The region it is to have; empty: none.
 */
region: string, };

/**
 * A key and the value it is to have.
 */
export type NewValue = { 
/**
 * The key; `block.key` inside a nested block.
 */
key: string, 
/**
 * The value.
 */
value: string, };

/**
 * The plan of an edit. It is the answer at each keystroke, also to an edit that
 * cannot be made: then `errors` say why, and `files` may be empty.
 */
export type ProfilePlan = { 
/**
 * By which it is written or tried. The program keeps the last few plans only.
 */
id: string, 
/**
 * The section it is about, as it is called afterwards; null where it is none, or gone.
 */
section: SectionRef | null, 
/**
 * The files that change, in the order they are written in. Empty: nothing would change.
 */
files: Array<FileChange>, 
/**
 * Runs of changed lines in all files, for "Write 1 change"; with two files the designs say
 * "Write 2 files".
 */
changes: number, 
/**
 * Problems that prevent writing it.
 */
errors: Array<FieldProblem>, 
/**
 * Warnings before it is written.
 */
warnings: Array<FieldProblem>, 
/**
 * True if `write_plan` would write: something changes and nothing is wrong.
 */
writable: boolean, };

/**
 * A change that was made.
 */
export type PastChange = { 
/**
 * By which it is known.
 */
id: string, 
/**
 * The time it was made.
 */
at: number, 
/**
 * A summary of it: "audit added".
 */
what: string, };

/**
 * The changes of one file.
 */
export type FileChange = { 
/**
 * The file.
 */
file: FileName, 
/**
 * Its path, with `~`.
 */
path: string, 
/**
 * True if it exists; else it is made.
 */
exists: boolean, 
/**
 * The changed lines with a few around them; secrets are masked.
 */
lines: Array<DiffLine>, 
/**
 * The number of removed lines.
 */
removed: number, 
/**
 * The number of added lines.
 */
added: number, };

/**
 * One line.
 */
export type DiffLine = { 
/**
 * Its change.
 */
mark: DiffMark, 
/**
 * Its number in the old file; null for one that comes and for a gap.
 */
old: number | null, 
/**
 * Its number in the new file; null for one that goes and for a gap.
 */
new: number | null, 
/**
 * Its text, secrets masked.
 */
text: string, };

/**
 * The result of writing a plan.
 */
export type Written = { 
/**
 * The files, with `~`.
 */
files: Array<string>, 
/**
 * The section it was about, as it is called now; null where it is none, or gone.
 */
section: SectionRef | null, 
/**
 * The section whose name is there no more: it was renamed or removed.
 */
gone: SectionRef | null, 
/**
 * The change that can be taken back now: `PastChange.id`; null where this was a step back or forth.
 */
change: string | null, 
/**
 * Problems of what could not follow, such as the preferences; the files are written all the same.
 */
notes: Array<ProblemText>, };

/**
 * The preview of undoing the last change, or of redoing the last undone one.
 */
export type UndoView = { "is": "nothing" } | { "is": "ready", 
/**
 * The plan.
 */
plan: ProfilePlan, 
/**
 * The change it is about.
 */
change: PastChange, } | { "is": "changed", 
/**
 * One entry a file.
 */
files: Array<FileChange>, 
/**
 * The change it is about.
 */
change: PastChange, };

/**
 * A paste. The program keeps it for `ProfileEdit.paste`.
 */
export type PastedProfile = { 
/**
 * By which an edit names it.
 */
id: string, 
/**
 * In which form it came.
 */
form: PasteForm, 
/**
 * The profile it would go to: the one asked for, else the name it came with; else `pasted`.
 */
name: string, 
/**
 * True if there is a profile of that name already.
 */
exists: boolean, 
/**
 * True if it is a session's keys, and not a whole profile.
 */
isKeys: boolean, 
/**
 * The access key, which is no secret.
 */
accessKey: string | null, 
/**
 * Its content.
 */
settings: Array<PastedSetting>, 
/**
 * The expiry of the keys, if it names one.
 */
expiresAt: number | null, };

/**
 * A form.
 */
export type PasteForm = "sts" | "process" | "variables" | "section";

/**
 * One setting of it.
 */
export type PastedSetting = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its value; of a secret only what may be shown.
 */
value: string, 
/**
 * True if it is a secret.
 */
secret: boolean, };

/**
 * The result of trying a plan with AWS. No AWS file was written.
 */
export type TryAnswer = { "is": "works", 
/**
 * Until then; null where its credentials have no end.
 */
expiresAt: number | null, } | { "is": "needsCode", 
/**
 * An ARN, or a hardware number.
 */
serial: string, } | { "is": "refused", 
/**
 * The reason.
 */
words: ProblemText, };

/**
 * A menu entry's meaning. Serialized to JSON it *is* the entry's id, so ids are never parsed by
 * splitting and a profile may carry any name.
 */
export type Action = { "do": "renew", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "renew_these", 
/**
 * Their names.
 */
profiles: Array<string>, } | { "do": "sign_in", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "cancel_sign_in", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "copy_sign_in_link", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "copy_sign_in_command", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "copy", 
/**
 * The profile's name.
 */
profile: string, 
/**
 * The text to copy.
 */
what: CopyWhat, } | { "do": "copy_keys", 
/**
 * The profile's name.
 */
profile: string, 
/**
 * For which shell.
 */
shell: Shell, } | { "do": "open_window" } | { "do": "open_switcher" } | { "do": "diagnose", 
/**
 * The profile; none means the watched one that needs it most.
 */
profile: string | null, } | { "do": "explain_problem", 
/**
 * The number of the problem.
 */
number: number, } | { "do": "choose_profiles" } | { "do": "paste_keys", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "renew_all" } | { "do": "clean_caches" } | { "do": "put_back_caches", 
/**
 * The number of the cleaning.
 */
cleaning: number, } | { "do": "pause", 
/**
 * The length.
 */
until: PauseFor, } | { "do": "resume" } | { "do": "snooze", 
/**
 * Their names.
 */
profiles: Array<string>, } | { "do": "test_button", 
/**
 * Its number.
 */
number: number, } | { "do": "quit" };

/**
 * Texts to copy, none of them secret.
 */
export type CopyWhat = "name" | "renew_command" | "export" | "argument" | "credential_process";

/**
 * The length of a pause.
 */
export type PauseFor = "hour" | "tomorrow" | "resumed";

/**
 * A shell, or a file format that stands for one.
 */
export type Shell = "bash" | "zsh" | "fish" | "powershell" | "cmd" | "dotenv" | "json";

/**
 * One diagnosis.
 */
export type Diagnosed = { 
/**
 * The verdict.
 */
verdict: VerdictCard, 
/**
 * Everything that was looked at, in the order the AWS CLI decides.
 */
checks: Array<CheckRow>, 
/**
 * Its duration.
 */
seconds: number, 
/**
 * The revision of the AWS files: the value of `AppView.files` then.
 */
revision: string, };

/**
 * The verdict.
 */
export type VerdictCard = { 
/**
 * The kind of verdict.
 */
kind: VerdictKind, 
/**
 * Its title.
 */
title: string, 
/**
 * The reason, in a few sentences. Text between backticks is a name, a file or a code; an instant is in RFC 3339.
 */
explanation: string, 
/**
 * Its evidence.
 */
evidence: Array<EvidenceView>, 
/**
 * The titles of what else makes the call fail.
 */
alsoFound: Array<string>, 
/**
 * Its symptoms.
 */
symptoms: Array<string>, 
/**
 * A sentence about the pasted error, if the verdict does not explain it: that it came from something else, and
 * the question from what.
 */
elsewhere: string | null, 
/**
 * Its fixes, the best first.
 */
fixes: Array<OfferedFix>, 
/**
 * The advice for a person; null if nothing needs to be done.
 */
advice: string | null, };

/**
 * The kind of verdict.
 */
export type VerdictKind = "cause" | "healthy" | "cannot_tell";

/**
 * One check.
 */
export type CheckRow = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Its state.
 */
state: CheckState, 
/**
 * The same in a word.
 */
stateWord: string, 
/**
 * Its detail, in a line.
 */
detail: string, 
/**
 * Its evidence.
 */
evidence: Array<EvidenceView>, 
/**
 * Fixes of its findings, apart from the cause of the verdict.
 */
fixes: Array<OfferedFix>, };

/**
 * The state of a check.
 */
export type CheckState = "ok" | "warn" | "fail" | "skipped";

/**
 * Something that shows a cause.
 */
export type EvidenceView = { 
/**
 * Its label.
 */
what: string, 
/**
 * The file.
 */
file: string | null, 
/**
 * The line in it, from 1.
 */
line: number | null, 
/**
 * The variable.
 */
variable: string | null, 
/**
 * The value, masked where it could be a secret.
 */
value: string | null, };

/**
 * Something that fixes a cause.
 */
export type OfferedFix = { 
/**
 * By which it is asked for.
 */
id: FixId, 
/**
 * Its effect.
 */
title: string, 
/**
 * Its changes, line by line; empty if it changes no text.
 */
changes: Array<ShownDiff>, 
/**
 * Commands for a fix that a person applies in a terminal, the shell in use first. Empty if it is applied here.
 */
commands: Array<FixCommand>, };

/**
 * Names a fix of one diagnosis: that of a later one is another.
 */
export type FixId = { 
/**
 * The number of the diagnosis.
 */
diagnosis: number, 
/**
 * The place among its fixes.
 */
place: number, };

/**
 * The result of applying a fix.
 */
export type FixAnswer = { 
/**
 * It is done when this profile is renewed, whose code the prompt asks for. Null: it is done.
 */
awaits: string | null, 
/**
 * The id that puts the removed cache files back; null if none were removed.
 */
cleaning: number | null, 
/**
 * The number of cache files that were removed.
 */
cleaned: number, };

/**
 * The command that applies a fix in a shell.
 */
export type FixCommand = { 
/**
 * The shell; null if the command is the same in all.
 */
shell: Shell | null, 
/**
 * The command.
 */
command: string, };

/**
 * The changes of one file, or of the system's variables.
 */
export type ShownDiff = { 
/**
 * Its path, with `~`.
 */
path: string, 
/**
 * True if that is a file, of which a backup is kept.
 */
isFile: boolean, 
/**
 * The changed lines with a few around them; secrets are masked.
 */
lines: Array<DiffLine>, 
/**
 * The number of removed lines.
 */
removed: number, 
/**
 * The number of added lines.
 */
added: number, };

/**
 * The change of a line.
 */
export type DiffMark = "same" | "removed" | "added" | "gap";

/**
 * The reading of a pasted error.
 */
export type ReadError = { 
/**
 * AWS's own code, or what the tool calls it; null: it was not recognised.
 */
code: string | null, 
/**
 * The operation that was called.
 */
operation: string | null, 
/**
 * Its meaning, or what to paste instead.
 */
hint: string, };
