// Made from crates/core/src/view/window by its tests: change the types there.

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
preferences: PreferencesView, };

/**
 * What the window is told.
 */
export type WindowMessage = { "view": WindowView } | { "patch": WindowPatch } | { "diagnose": { 
/**
 * Of which profile; none: of what a plain `aws` command uses.
 */
profile: string | null, } };

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
 * What holds for everything, in the order of weight.
 */
conditions: Array<Condition>, 
/**
 * What is wrong with the AWS files or the preferences as a whole.
 */
problems: Array<FileProblem>, 
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
until: number | null, } | { "is": "offline" } | { "is": "clock" };

/**
 * What is wrong with a file as a whole.
 */
export type FileProblem = { 
/**
 * The file with its line, as people write it; null for what is no place in a file.
 */
place: string | null, 
/**
 * What.
 */
words: Words, };

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
need: NeedKind, };

/**
 * A place Sandglass writes to, for the first run.
 */
export type WrittenFile = { 
/**
 * Where, with `~`.
 */
path: string, 
/**
 * `config`, `credentials`, `cache`, `preferences`.
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
failure: Words | null, };

/**
 * What went wrong, in the user's language.
 */
export type Words = { 
/**
 * Stable identifier.
 */
code: string, 
/**
 * A few words.
 */
brief: string, 
/**
 * What happened, in a sentence.
 */
message: string, 
/**
 * What to do.
 */
next: string, };

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
 * What renewing takes now.
 */
renewable: Renewable, 
/**
 * Whether one of its roles asks for an MFA code.
 */
mfa: boolean, 
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
failure: Words | null, 
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
 * What a renewal does or did.
 */
export type Progress = "renewing" | "renewed";

/**
 * What kind of profile it is.
 */
export type SessionKind = "role" | "keys" | "temporary_keys" | "sso" | "web_identity" | "login" | "process" | "host" | "none";

/**
 * The state of a session at one moment.
 */
export type SessionState = "broken" | "expired" | "expiring" | "fresh" | "unknown" | "signed_out" | "no_expiry";

/**
 * What renewing takes.
 */
export type Renewable = "silent" | "mfa" | "sign_in" | "no";

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
problems: Array<Words>, 
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
place: string, 
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
 * Its value; of a secret only the last four characters, as the AWS CLI shows them.
 */
value: string, 
/**
 * `config:13`, the name of a variable, or botocore's name of a method.
 */
from: string, 
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
from: string, };

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
failure: Words | null, };

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
value: TimeFormat | null, } | { "key": "proxy", 
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
value: string | null, } | { "key": "watched", 
/**
 * The profile.
 */
profile: string, 
/**
 * The choice.
 */
value: boolean, } | { "key": "profileKeepFresh", 
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
refusal: Words | null, 
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
shell: Shell, } | { "do": "open_window" } | { "do": "diagnose", 
/**
 * Of which profile; none: of the watched one that needs it most.
 */
profile: string | null, } | { "do": "renew_all" } | { "do": "clean_caches" } | { "do": "pause", 
/**
 * How long.
 */
until: PauseFor, } | { "do": "resume" } | { "do": "snooze", 
/**
 * Their names.
 */
profiles: Array<string>, } | { "do": "quit" };

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
seconds: number, };

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
 * What mends it, the best first.
 */
fixes: Array<OfferedFix>, };

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
 * What changes in one file.
 */
export type ShownDiff = { 
/**
 * Where, with `~`.
 */
path: string, 
/**
 * What changes, and a little around it; secrets masked.
 */
lines: Array<ShownLine>, };

/**
 * One line.
 */
export type ShownLine = { 
/**
 * What becomes of it.
 */
mark: DiffMark, 
/**
 * Its number before; null for one that comes, and where it is not known.
 */
old: number | null, 
/**
 * Its number afterwards; null for one that goes, and where it is not known.
 */
new: number | null, 
/**
 * Its text.
 */
text: string, };

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
