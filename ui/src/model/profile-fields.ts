// The settings that profiles have fields for, and their input types.

import type { FileName, KindField, ProfileChoices, ProfileKind } from '../backend';

export type Control =
  'text' | 'mono' | 'secret' | 'seconds' | 'source' | 'region' | 'session' | 'code';

/** Values by key, as they are in the form. */
export type Values = Readonly<Record<string, string>>;

export interface Field {
  key: string;
  needed: boolean;
  /** Ids of messages. */
  label: string;
  empty: string;
  control: Control;
}

/** How each key is called and typed. */
const LOOKS: Record<string, [label: string, empty: string, control: Control]> = {
  role_arn: ['window-profiles-role-arn', 'window-profiles-empty-role-arn', 'mono'],
  source_profile: ['window-profiles-source-profile', 'window-profiles-empty-source', 'source'],
  credential_source: [
    'window-profiles-credential-source',
    'window-profiles-empty-credential-source',
    'code',
  ],
  duration_seconds: ['window-profiles-duration', 'window-profiles-empty-duration', 'seconds'],
  region: ['window-profiles-region', 'window-profiles-empty-region', 'region'],
  mfa_serial: ['window-profiles-mfa-serial', 'window-profiles-empty-mfa', 'text'],
  mfa_process: ['window-profiles-mfa-process', 'window-profiles-empty-mfa-process', 'mono'],
  aws_access_key_id: ['window-profiles-access-key', 'window-profiles-empty-secret', 'mono'],
  aws_secret_access_key: ['window-profiles-secret-key', 'window-profiles-empty-secret', 'secret'],
  aws_session_token: ['window-profiles-session-token', 'window-profiles-empty-secret', 'secret'],
  sso_session: ['window-profiles-sso-session', 'window-profiles-empty-sso-session', 'session'],
  sso_account_id: ['window-profiles-sso-account', 'window-profiles-empty-account', 'text'],
  sso_role_name: ['window-profiles-sso-role', 'window-profiles-empty-role-name', 'text'],
  sso_start_url: ['window-profiles-start-url', 'window-profiles-empty-start-url', 'mono'],
  sso_region: ['window-profiles-sso-region', 'window-profiles-empty-sso-region', 'region'],
  sso_registration_scopes: ['window-profiles-scopes', 'window-profiles-empty-scopes', 'mono'],
  web_identity_token_file: [
    'window-profiles-token-file',
    'window-profiles-empty-token-file',
    'mono',
  ],
  role_session_name: ['window-profiles-session-name', 'window-profiles-empty-session-name', 'text'],
  external_id: ['window-profiles-external-id', 'window-profiles-empty-external-id', 'text'],
  credential_process: ['window-profiles-process', 'window-profiles-empty-process', 'mono'],
  login_session: ['window-profiles-login-session', 'window-profiles-empty-login-session', 'mono'],
  output: ['window-profiles-output', 'window-profiles-empty-output', 'text'],
};

/** What a field is called, by the id of its message; none where it has no field of its own. */
export function labelOf(key: string): string | null {
  return LOOKS[key]?.[0] ?? null;
}

/** The form's kinds: a role with MFA is a role whose device is given. */
export type FormKind = Exclude<ProfileKind, 'role_mfa'> | 'sso_session' | 'other';

function fieldOf({ key, needed }: KindField): Field | null {
  const look = LOOKS[key];
  if (!look) return null;
  const [label, empty, control] = look;
  return { key, needed, label, empty, control };
}

const REGION: KindField = { key: 'region', needed: false, instead: [], secret: false };

/** A role's device belongs to every role; a profile that gives no credentials has its region. */
function keysOfKind(choices: ProfileChoices, kind: FormKind): readonly KindField[] {
  if (kind === 'sso_session') return choices.ssoSessionFields;
  if (kind === 'other') return [REGION];
  const of = (wanted: ProfileKind) =>
    choices.kinds.find((one) => one.kind === wanted)?.fields ?? [];
  if (kind !== 'role') return of(kind);
  const known = new Set(of('role').map(({ key }) => key));
  const more = of('role_mfa').filter(({ key }) => !known.has(key));
  return [...of('role'), ...more.map((field) => ({ ...field, needed: false }))];
}

/** Few profiles have these: they are offered where a setting is added. */
const RARE = new Set(['external_id', 'role_session_name', 'output']);

/** Of keys of which one does instead of the other, the one that is there; else the first. */
function isShown(field: KindField, all: readonly KindField[], values: Values): boolean {
  if (values[field.key]) return true;
  // A command prints codes of a device: without one there are none.
  if (field.key === 'mfa_process') return Boolean(values['mfa_serial']);
  if (!field.needed && RARE.has(field.key)) return field.key in values;
  const others = field.instead.filter((key) => all.some((other) => other.key === key));
  if (others.length === 0) return true;
  if (others.some((key) => values[key])) return false;
  return true;
}

/** The fields of a form as it is filled in now. */
export function fieldsOf(
  choices: ProfileChoices,
  kind: FormKind,
  values: Values,
  sessions: readonly string[],
): Field[] {
  const all = keysOfKind(choices, kind);
  const fields = all
    .filter((field) => isShown(field, all, values))
    .flatMap((field) => fieldOf(field) ?? []);
  const session = kind === 'sso' ? (values['sso_session'] ?? '') : '';
  if (session === '' || sessions.includes(session)) return fields;
  // An SSO session that does not exist yet is made with the profile that names it.
  const known = new Set(fields.map(({ key }) => key));
  const made = choices.ssoSessionFields
    .filter(({ key, needed }) => needed && !known.has(key))
    .flatMap((field) => fieldOf(field) ?? []);
  const at = fields.findIndex(({ key }) => key === 'sso_session') + 1;
  return [...fields.slice(0, at), ...made, ...fields.slice(at)];
}

/** Every key that some kind has a field for, and that tells kinds apart. */
export function keysOf(choices: ProfileChoices, kind: FormKind): Set<string> {
  return new Set(keysOfKind(choices, kind).map(({ key }) => key));
}

/** The files a kind may stand in. */
export function filesOf(choices: ProfileChoices, kind: FormKind): readonly FileName[] {
  if (kind === 'sso_session') return ['config'];
  return choices.kinds.find((one) => one.kind === kind)?.files ?? ['config', 'credentials'];
}

/** Keys worth offering where a setting is added. */
export const KNOWN_KEYS = [
  'output',
  'role_session_name',
  'external_id',
  'duration_seconds',
  'ca_bundle',
  'cli_pager',
  'endpoint_url',
  'services',
  'max_attempts',
  'retry_mode',
  's3.addressing_style',
  'sts_regional_endpoints',
  'use_dualstack_endpoint',
  'use_fips_endpoint',
] as const;
