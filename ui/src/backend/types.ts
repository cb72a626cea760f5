// Made from crates/app/src/window by its tests: change the types there.

/**
 * Everything the window shows but the details of one session.
 */
export type WindowView = { 
/**
 * What holds for everything.
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
 * What the window is told.
 */
export type WindowMessage = { "view": WindowView } | { "patch": WindowPatch } | { "diagnose": { 
/**
 * Of which profile; none: of what a plain `aws` command uses.
 */
profile: string | null, } } | "choose" | { "pasteKeys": { 
/**
 * Which.
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
 * What holds for everything.
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
 * How times of day are written: `system` only where the system knows better than its variables say.
 */
clock: TimeFormat, 
/**
 * Whether choosing what is watched was put off in this run.
 */
choosesLater: boolean, 
/**
 * What holds for everything, in the order of weight.
 */
conditions: Array<Condition>, 
/**
 * Whether the user has yet to choose what is watched: nothing is chosen, and there are more profiles
 * than are watched without being asked.
 */
undecided: boolean, 
/**
 * What is wrong with the AWS files or the preferences as a whole.
 */
problems: Array<FileProblem>, 
/**
 * How many things need a person now: watched sessions, files that cannot be used, a clock that is off.
 */
needsYou: number, 
/**
 * What "renew all" would renew now.
 */
renewAll: RenewAllView, 
/**
 * When a human is next needed, of the watched profiles.
 */
nextNeed: NextNeed | null, 
/**
 * How many cache files could be cleaned because what they hold has run out.
 */
expiredCaches: number, 
/**
 * Where there is no AWS profile at all: what Sandglass will write and where. Else empty.
 */
firstRun: Array<WrittenFile>, 
/**
 * Whether anything shows the tray icon.
 */
hasTray: boolean, 
/**
 * Whether the demo can be started from here.
 */
hasDemo: boolean, 
/**
 * Of which content the AWS files are: another text whenever either file's content changed. The
 * Profiles view asks for its list and form anew, and a dirty form tells of the change.
 */
files: string, 
/**
 * How many profiles there are, for texts such as "Search 214 profiles".
 */
profileCount: number, };

/**
 * Something that holds for everything.
 */
export type Condition = { "is": "demo" } | { "is": "paused", 
/**
 * Until when; null: until the user ends it.
 */
until: number | null, } | { "is": "offline", 
/**
 * How many watched sessions are still valid.
 */
valid: number, 
/**
 * When the first of them ends.
 */
firstEnds: number | null, } | { "is": "clock" } | { "is": "unwatched" };

/**
 * What is wrong with a file as a whole.
 */
export type FileProblem = { 
/**
 * What, and where.
 */
words: ProblemText, };

/**
 * Where something stands.
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
 * Which.
 */
file: FileName, 
/**
 * Its first error.
 */
words: ProblemText, 
/**
 * How many errors there are besides.
 */
more: number, 
/**
 * The line and its neighbours, secrets masked.
 */
lines: Array<FileLine>, 
/**
 * What mends the file, to be written as a change of profiles is; null where nobody but a person can tell how.
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
 * Whether it is the wrong one.
 */
isWrong: boolean, };

/**
 * When a human is next needed, and for what.
 */
export type NextNeed = { 
/**
 * When.
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
 * What "renew all" would renew now.
 */
export type RenewAllView = { 
/**
 * Which profiles: those that take nobody first.
 */
profiles: Array<string>, 
/**
 * Whether some take an MFA code.
 */
asks: boolean, 
/**
 * Whether they are so many that it is asked about first.
 */
many: boolean, };

/**
 * A place Sandglass writes to, for the first run.
 */
export type WrittenFile = { 
/**
 * Where, with `~`.
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
 * What came of trying the network settings.
 */
export type NetworkAnswer = { 
/**
 * Who was asked: the address of STS.
 */
endpoint: string, 
/**
 * Null: AWS answered.
 */
failure: ProblemText | null, };

/**
 * What went wrong, in the user's language.
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
 * What happened, in one short sentence.
 */
message: string, 
/**
 * What to do.
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
 * Where it is mended.
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
 * What kind of profile it is.
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
 * Whether the tray shows and guards it.
 */
watched: boolean, 
/**
 * Whether it is renewed without being asked, where that is possible.
 */
keepFresh: boolean, 
/**
 * Why that does nothing as things are; null: it works.
 */
keepFreshIdle: IdleReason | null, 
/**
 * What a new session takes now.
 */
renewable: RenewalNeed, 
/**
 * Whether one of its roles asks for an MFA code.
 */
mfa: boolean, 
/**
 * What a person must do now; null: nobody is needed now.
 */
attention: AttentionKind | null, 
/**
 * What a human must bring, now or at the deadline; null: nobody is needed.
 */
need: NeedKind | null, 
/**
 * When that is; null: not known, or never.
 */
humanDeadline: number | null, 
/**
 * When its credentials run out.
 */
expiresAt: number | null, 
/**
 * When they began, where that is known: the ring shows what is left of the whole.
 */
beganAt: number | null, 
/**
 * When it will be renewed silently.
 */
renewsAt: number | null, 
/**
 * Until when its notifications keep quiet.
 */
snoozedUntil: number | null, 
/**
 * What the last renewal does or did.
 */
progress: Progress | null, 
/**
 * Why the last renewal failed, or why it cannot work at all.
 */
failure: ProblemText | null, 
/**
 * The account.
 */
account: string | null, 
/**
 * The role's name, without its path.
 */
role: string | null, 
/**
 * The profile its role is assumed from.
 */
via: string | null, 
/**
 * Where its credentials are written, such as `credentials:14`.
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
 * What a human must bring.
 */
export type NeedKind = "click" | "mfa" | "sign_in" | "keys";

/**
 * What a person must do now.
 */
export type AttentionKind = "fix" | "bring" | "over";

/**
 * Why keeping a session fresh does nothing.
 */
export type IdleReason = "not_watched" | "mfa_each_time" | "sign_in";

/**
 * What a renewal does or did.
 */
export type Progress = "renewing" | "renewed";

/**
 * The word for what kind of profile it is.
 */
export type SessionKind = "role" | "keys" | "temporary_keys" | "sso" | "web_identity" | "login" | "process" | "host" | "settings" | "none";

/**
 * The state of a session at one moment.
 */
export type SessionState = "broken" | "expired" | "expiring" | "fresh" | "unknown" | "signed_out" | "no_expiry" | "none";

/**
 * What a new session takes.
 */
export type RenewalNeed = "silent" | "mfa" | "sign_in" | "new_keys" | "no";

/**
 * What the details pane shows beside its row.
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
 * From the source that needs no other to the profile itself.
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
 * What is wrong, and what other SDKs read differently.
 */
problems: Array<ProblemText>, 
/**
 * What happened in the last 24 hours, newest first.
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
 * Where it is written, such as `config:12`.
 */
place: Place, 
/**
 * When its own credentials run out.
 */
expiresAt: number | null, 
/**
 * How long a session is asked for, in seconds, where the profile says so.
 */
duration: number | null, 
/**
 * Whether its session stands in the AWS CLI's cache.
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
 * Whether the value is masked: there is nothing to copy.
 */
secret: boolean, 
/**
 * `config:13`, the name of a variable, or botocore's name of a method.
 */
from: Place, 
/**
 * What stands elsewhere and does not count.
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
 * Where.
 */
from: Place, };

/**
 * Something that happened to a session.
 */
export type HistoryRow = { 
/**
 * When.
 */
at: number, 
/**
 * What: `renewed`, `renewed_silently`, `failed`.
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
 * When the first of it happened.
 */
at: number, 
/**
 * What.
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
 * What happened.
 */
export type MomentKind = "renewed" | "renewed_silently" | "failed";

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
 * What it holds.
 */
kind: CacheKind, 
/**
 * The profiles it is for.
 */
profiles: Array<string>, 
/**
 * When what it holds runs out.
 */
expiresAt: number | null, 
/**
 * Whether that is over.
 */
expired: boolean, 
/**
 * Whether that is soon: by the measure of the session it holds.
 */
expiring: boolean, 
/**
 * Its size.
 */
bytes: number, 
/**
 * What its removal would cost now.
 */
consequence: Consequence, };

/**
 * What a cache file holds.
 */
export type CacheKind = "role" | "web_identity" | "sso" | "sso_token" | "sso_registration" | "damaged" | "other";

/**
 * What the removal of a cache file costs.
 */
export type Consequence = "nothing" | "renewed_at_next_use" | "needs_you" | "not_ours";

/**
 * What became of one file that was to be cleaned.
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
 * What cleaning came to.
 */
export type CleanAnswer = { 
/**
 * Each of the files that were to go.
 */
results: Array<CleanResult>, 
/**
 * What `putBackCaches` is told to take it back; null where nothing can be.
 */
cleaning: number | null, };

/**
 * What putting back came to.
 */
export type PutBackAnswer = { 
/**
 * So many files stand at their places again.
 */
putBack: number, 
/**
 * At so many places something newer stands, which stays.
 */
newer: number, 
/**
 * Why the first of the others could not be put back.
 */
failure: ProblemText | null, };

/**
 * Every choice.
 */
export type PreferencesView = { 
/**
 * Whether notifications are shown.
 */
notifications: Preference<boolean>, 
/**
 * Minutes before a human is needed, the longest first: one or two.
 */
notifyMinutes: Preference<Array<number>>, 
/**
 * How long a snoozed notification keeps quiet, in minutes.
 */
snoozeMinutes: Preference<number>, 
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
 * How times of day are written.
 */
timeFormat: Preference<TimeFormat>, 
/**
 * What the sessions are sorted by.
 */
sort: Preference<Sort>, 
/**
 * Whether the day is shown above the sessions.
 */
showDay: Preference<boolean>, 
/**
 * The key that opens the quick switcher, such as `Ctrl+Alt+S`; empty: none.
 */
switcherKey: Preference<string>, 
/**
 * What came of that key.
 */
switcherKeyState: KeyState, 
/**
 * The proxy for every call to AWS; empty: none.
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
 * What is in force.
 */
value: T, 
/**
 * What would be without a choice.
 */
default: T, 
/**
 * Whether the user chose: then it can be reset.
 */
isSet: boolean, 
/**
 * A variable that Sandglass was started with and that wins over the choice.
 */
overruledBy: string | null, };

/**
 * What came of the key that opens the switcher.
 */
export type KeyState = { "is": "off" } | { "is": "works", 
/**
 * What the desktop made of it, where it has a say: the user may have chosen another there.
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
 * Where, with `~`.
 */
path: string, 
/**
 * Why that one.
 */
origin: FileOrigin, 
/**
 * Whether it exists.
 */
exists: boolean, };

/**
 * Why a file is the one in use.
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
value: number | null, } | { "key": "keepFresh", 
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
 * How times of day are written.
 */
export type TimeFormat = "system" | "24h" | "12h";

/**
 * What the window's sessions are sorted by.
 */
export type Sort = "urgency" | "name" | "account";

/**
 * What the prompt shows.
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
 * Whether a code is being tried.
 */
busy: boolean, 
/**
 * What AWS said to the last code.
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
 * What the prompt sends.
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
 * What the quick switcher shows.
 */
export type SwitcherView = { 
/**
 * The language in use: `en` or `pt-BR`.
 */
language: string, 
/**
 * How times of day are written.
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
 * What the quick switcher is told.
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
 * What the page says when it was asked to let its window go.
 */
export type LeaveAnswer = "heard" | "keep" | "discard";

/**
 * What the form offers. It never changes while the program runs: asked for once.
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
 * What `credential_source` may be.
 */
credentialSources: Array<string>, 
/**
 * What `output` may be.
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
 * Whether the kind cannot do without it, or without one of `instead`.
 */
needed: boolean, 
/**
 * Keys of which one does instead; exactly one of them and this may be there.
 */
instead: Array<string>, 
/**
 * Whether its value is never shown.
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
 * What a section is for.
 */
export type SectionType = "profile" | "sso_session" | "services";

/**
 * A section, by what it is for and its name.
 */
export type SectionRef = { 
/**
 * What it is for.
 */
is: SectionType, 
/**
 * Its name.
 */
name: string, };

/**
 * What can be edited.
 */
export type ProfileList = { 
/**
 * Of which content of the files: the value of `AppView.files` then.
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
 * Which.
 */
section: SectionRef, 
/**
 * The kind of a profile; null for one that gives no credentials of its own, and for other
 * sections.
 */
kind: ProfileKind | null, 
/**
 * Whether it asks for an MFA code.
 */
mfa: boolean, 
/**
 * What it leans on: of a role the source profile or credential source, of SSO the sso-session or
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
 * How many things keep it from working.
 */
problems: number, 
/**
 * How many work, but not as written or not everywhere.
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
 * Which.
 */
file: FileName, 
/**
 * Where, with `~`.
 */
path: string, 
/**
 * Whether it exists; else the first change makes it.
 */
exists: boolean, 
/**
 * Why it cannot be read, parsed or written, with the place where there is one. Profiles are still
 * shown; a plan that touches an unparsable file is refused with the same words.
 */
problem: FileProblem | null, };

/**
 * Everything the editor shows of one section.
 */
export type ProfileForm = { 
/**
 * Which.
 */
section: SectionRef, 
/**
 * Of which content of the files: the value of `AppView.files` then.
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
 * Who names it: a rename changes them, a removal breaks them.
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
 * What is wrong with it as it stands.
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
 * Its value as the AWS CLI reads it; of a secret nothing (`****************`);
 * empty where there is a `block`.
 */
value: string, 
/**
 * Whether the value is a secret: it can be replaced, not read.
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
 * Whether it comes from `[DEFAULT]`, and so cannot be taken away here.
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
 * Whether it is a secret.
 */
secret: boolean, 
/**
 * Its line.
 */
line: number, };

/**
 * What would make a profile renew itself. The page sends it back, corrected, as
 * `ProfileEdit.convert`.
 */
export type ConvertProposal = { 
/**
 * The role, where something tells which.
 */
roleArn: string | null, 
/**
 * What tells.
 */
seen: RoleSeen, 
/**
 * Where that stands: the key of this section for `seen: "setting"`, such as `x_principal_arn`.
 */
seenIn: string | null, 
/**
 * Whether the role was seen by its session, whose ARN lacks the role's path: the user adds it.
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
 * What tells which role keys are of.
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
 * What is wrong, and at which field.
 */
export type FieldProblem = { 
/**
 * The key of the field; `[name]` for the section's name, which no key can be called; null for what
 * is of no single field.
 */
field: string | null, 
/**
 * What, and the fix in `next`.
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
 * Which, by the name it has now.
 */
section: SectionRef, 
/**
 * The name it is to have, new or the same. References follow a new one.
 */
name: string, 
/**
 * What is to hold. A secret that was not typed is left out.
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
 * That one.
 */
section: SectionRef, 
/**
 * The new one's name.
 */
name: string, } | { "do": "remove", 
/**
 * Which.
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
 * What an edit would make of the files. It is the answer at each keystroke, also to an edit that
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
 * What keeps it from being written.
 */
errors: Array<FieldProblem>, 
/**
 * What to know before it is written.
 */
warnings: Array<FieldProblem>, 
/**
 * Whether `write_plan` would write: something changes and nothing is wrong.
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
 * When it was made.
 */
at: number, 
/**
 * What it did, in words: "audit added".
 */
what: string, };

/**
 * What changes in one file.
 */
export type FileChange = { 
/**
 * Which.
 */
file: FileName, 
/**
 * Where, with `~`.
 */
path: string, 
/**
 * Whether it exists; else it is made.
 */
exists: boolean, 
/**
 * What changes, and a little around it; secrets masked.
 */
lines: Array<DiffLine>, 
/**
 * How many lines go.
 */
removed: number, 
/**
 * How many come.
 */
added: number, };

/**
 * One line.
 */
export type DiffLine = { 
/**
 * What becomes of it.
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
 * What was written.
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
 * What could not follow, such as the preferences; the files are written all the same.
 */
notes: Array<ProblemText>, };

/**
 * What taking the last change back comes to, or making the one again that was taken back last.
 */
export type UndoView = { "is": "nothing" } | { "is": "ready", 
/**
 * That plan.
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
 * What was pasted. The program keeps it for `ProfileEdit.paste`.
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
 * Whether there is a profile of that name already.
 */
exists: boolean, 
/**
 * Whether it is a session's keys, and not a whole profile.
 */
isKeys: boolean, 
/**
 * The access key, which is no secret.
 */
accessKey: string | null, 
/**
 * What it holds.
 */
settings: Array<PastedSetting>, 
/**
 * When the keys run out, where it says so.
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
 * Whether it is a secret.
 */
secret: boolean, };

/**
 * What came of trying a plan with AWS. No AWS file was written.
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
 * Why.
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
profiles: Array<string>, } | { "do": "copy_sign_in_command", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "copy", 
/**
 * The profile's name.
 */
profile: string, 
/**
 * What.
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
 * Of which profile; none: of the watched one that needs it most.
 */
profile: string | null, } | { "do": "explain_problem", 
/**
 * Which of the problems.
 */
number: number, } | { "do": "choose_profiles" } | { "do": "paste_keys", 
/**
 * The profile's name.
 */
profile: string, } | { "do": "renew_all" } | { "do": "clean_caches" } | { "do": "put_back_caches", 
/**
 * Which cleaning.
 */
cleaning: number, } | { "do": "pause", 
/**
 * How long.
 */
until: PauseFor, } | { "do": "resume" } | { "do": "snooze", 
/**
 * Their names.
 */
profiles: Array<string>, } | { "do": "test_button", 
/**
 * Which of them.
 */
number: number, } | { "do": "quit" };

/**
 * What is copied. Never a secret.
 */
export type CopyWhat = "name" | "renew_command" | "export" | "argument" | "credential_process";

/**
 * How long a pause lasts.
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
 * What it comes to.
 */
verdict: VerdictCard, 
/**
 * Everything that was looked at, in the order the AWS CLI decides.
 */
checks: Array<CheckRow>, 
/**
 * How long it took.
 */
seconds: number, 
/**
 * Of which content the AWS files were: the value of `AppView.files` then.
 */
revision: string, };

/**
 * The verdict.
 */
export type VerdictCard = { 
/**
 * What sort of verdict it is.
 */
kind: VerdictKind, 
/**
 * What it is, in a line.
 */
title: string, 
/**
 * Why, in a few sentences; what stands between backticks is a name, a file or a code.
 */
explanation: string, 
/**
 * What shows it.
 */
evidence: Array<EvidenceView>, 
/**
 * The titles of what else makes the call fail.
 */
alsoFound: Array<string>, 
/**
 * What people see because of it.
 */
symptoms: Array<string>, 
/**
 * Of the pasted error, where the verdict does not explain it: that it came from something else, and the question
 * from what.
 */
elsewhere: string | null, 
/**
 * What mends it, the best first.
 */
fixes: Array<OfferedFix>, 
/**
 * What a person can do about it; null where nothing need be done.
 */
advice: string | null, };

/**
 * What sort of verdict it is.
 */
export type VerdictKind = "cause" | "healthy" | "cannot_tell";

/**
 * One check.
 */
export type CheckRow = { 
/**
 * Which.
 */
code: string, 
/**
 * Its name.
 */
title: string, 
/**
 * How it came out.
 */
state: CheckState, 
/**
 * The same in a word.
 */
stateWord: string, 
/**
 * What there is to say, in a line.
 */
detail: string, 
/**
 * What it looked at.
 */
evidence: Array<EvidenceView>, 
/**
 * What mends what it found, apart from the cause of the verdict.
 */
fixes: Array<OfferedFix>, };

/**
 * How a check came out.
 */
export type CheckState = "ok" | "warn" | "fail" | "skipped";

/**
 * Something that shows a cause.
 */
export type EvidenceView = { 
/**
 * What it is.
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
 * Something that mends a cause.
 */
export type OfferedFix = { 
/**
 * By which it is asked for.
 */
id: FixId, 
/**
 * What it does.
 */
title: string, 
/**
 * What it changes, line by line; empty where it changes no text.
 */
changes: Array<ShownDiff>, 
/**
 * Where a person does it in a terminal: how, the shell in use first. Empty: it is done here.
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
 * How a fix is done in a shell.
 */
export type FixCommand = { 
/**
 * Which; null where it is the same in all of them.
 */
shell: Shell | null, 
/**
 * What to type.
 */
command: string, };

/**
 * What changes in one file, or of the system's variables.
 */
export type ShownDiff = { 
/**
 * Where, with `~`.
 */
path: string, 
/**
 * Whether that is a file, of which a backup is kept.
 */
isFile: boolean, 
/**
 * What changes, and a little around it; secrets masked.
 */
lines: Array<DiffLine>, 
/**
 * How many lines go.
 */
removed: number, 
/**
 * How many come.
 */
added: number, };

/**
 * What becomes of a line.
 */
export type DiffMark = "same" | "removed" | "added" | "gap";

/**
 * What was made of an error somebody pasted.
 */
export type ReadError = { 
/**
 * AWS's own code, or what the tool calls it; null: it was not recognised.
 */
code: string | null, 
/**
 * What was asked of AWS.
 */
operation: string | null, 
/**
 * What it means, or what to paste instead.
 */
hint: string, };
