// The list and the form of the invented files.

import type {
  FieldProblem,
  FileName,
  FileProblem,
  FormSetting,
  KindField,
  ProfileChoices,
  ProfileForm,
  ProfileKind,
  ProfileList,
  ProfileRow,
  SectionRef,
} from '../..';
import type { Moment } from '../clock';
import { isSecret, masked } from './diff';
import { allSettings, FILES, type Line, PATHS, sections, settings } from './sections';
import type { Texts } from './texts';

const field = (key: string, needed = false, instead: string[] = []): KindField => ({
  key,
  needed,
  instead,
  secret: isSecret(key),
});
const region = field('region');
const role = [
  field('role_arn', true),
  field('source_profile', true, ['credential_source']),
  field('credential_source', true, ['source_profile']),
  field('duration_seconds'),
  region,
];
const keys = [field('aws_access_key_id', true), field('aws_secret_access_key', true)];
const sso = [field('sso_account_id', true), field('sso_role_name', true), region];
const portal = [field('sso_start_url', true), field('sso_region', true)];

const REGIONS = [
  ['us-east-1', 'US East (N. Virginia)', 'Leste dos EUA (Norte da Virgínia)'],
  ['us-west-2', 'US West (Oregon)', 'Oeste dos EUA (Oregon)'],
  ['eu-central-1', 'Europe (Frankfurt)', 'Europa (Frankfurt)'],
  ['eu-west-1', 'Europe (Ireland)', 'Europa (Irlanda)'],
  ['sa-east-1', 'South America (São Paulo)', 'América do Sul (São Paulo)'],
] as const;

export const CHOICES: ProfileChoices = {
  kinds: [
    { kind: 'keys', fields: [...keys, region], files: ['credentials', 'config'] },
    { kind: 'role', fields: role, files: ['config', 'credentials'] },
    {
      kind: 'role_mfa',
      fields: [...role, field('mfa_serial', true)],
      files: ['config', 'credentials'],
    },
    { kind: 'sso', fields: [field('sso_session', true), ...sso], files: ['config'] },
    { kind: 'sso_legacy', fields: [...portal, ...sso], files: ['config'] },
    {
      kind: 'web_identity',
      fields: [
        field('role_arn', true),
        field('web_identity_token_file', true),
        field('role_session_name'),
        region,
      ],
      files: ['config', 'credentials'],
    },
    { kind: 'process', fields: [field('credential_process', true), region], files: ['config'] },
    { kind: 'login', fields: [field('login_session', true), region], files: ['config'] },
    {
      kind: 'temporary_keys',
      fields: [...keys, field('aws_session_token', true), region],
      files: ['credentials', 'config'],
    },
  ],
  ssoSessionFields: [...portal, field('sso_registration_scopes')],
  regions: REGIONS.map(([code, name]) => ({ code, name })),
  credentialSources: ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'],
  outputs: ['json', 'text', 'table', 'yaml'],
};

/** As Rust tells them in a language. */
export function choicesIn(language: string): ProfileChoices {
  const regions = REGIONS.map(([code, english, portuguese]) => ({
    code,
    name: language === 'pt-BR' ? portuguese : english,
  }));
  return { ...CHOICES, regions };
}

function kindOf(section: SectionRef, lines: readonly Line[]): ProfileKind | null {
  const has = (key: string) => lines.some((line) => line.key === key);
  if (section.is !== 'profile') return null;
  if (has('role_arn')) {
    if (has('web_identity_token_file')) return 'web_identity';
    return has('mfa_serial') ? 'role_mfa' : 'role';
  }
  if (has('sso_session')) return 'sso';
  if (has('sso_start_url')) return 'sso_legacy';
  if (has('credential_process')) return 'process';
  if (has('login_session')) return 'login';
  if (has('aws_session_token')) return 'temporary_keys';
  return has('aws_access_key_id') ? 'keys' : null;
}

function valueOf(lines: readonly Line[], key: string): string | null {
  return lines.find((line) => line.key === key)?.value ?? null;
}

function rowOf(
  section: SectionRef,
  lines: readonly Line[],
  names: ReadonlySet<string>,
  regionOf: (profile: string) => string | null,
): ProfileRow {
  const source = valueOf(lines, 'source_profile');
  const arn = /::(\d{12}):role\/(.+)$/.exec(valueOf(lines, 'role_arn') ?? '');
  return {
    section,
    kind: kindOf(section, lines),
    mfa: valueOf(lines, 'mfa_serial') !== null,
    via:
      source ??
      valueOf(lines, 'sso_session') ??
      (section.is === 'sso_session' ? valueOf(lines, 'sso_start_url') : null),
    account: arn?.[1] ?? valueOf(lines, 'sso_account_id'),
    role: arn?.[2] ?? valueOf(lines, 'sso_role_name'),
    region: valueOf(lines, 'region') ?? (source === null ? null : regionOf(source)),
    problems: source !== null && !names.has(source) ? 1 : 0,
    warnings: 0,
    files: [...new Set(lines.map(({ file }) => file))],
  };
}

export function listOf(
  texts: Texts,
  revision: string,
  steps: Pick<ProfileList, 'undo' | 'redo'>,
  problems: Partial<Record<FileName, FileProblem>>,
): ProfileList {
  const all = sections(texts);
  const names = new Set(all.map(({ name }) => name));
  const lines = allSettings(texts);
  return {
    revision,
    rows: all.map((section) =>
      rowOf(section, lines.get(`${section.is} ${section.name}`) ?? [], names, (profile) =>
        valueOf(lines.get(`profile ${profile}`) ?? [], 'region'),
      ),
    ),
    files: FILES.map((file) => ({
      file,
      path: PATHS[file],
      exists: texts[file].length > 0,
      problem: problems[file] ?? null,
    })),
    ...steps,
  };
}

function settingOf({ key, value, file, at, nested }: Line): FormSetting {
  return {
    key,
    value: masked(key, value),
    secret: isSecret(key),
    block: nested.map((one) => ({ ...one, secret: false, line: one.at + 1 })),
    file,
    line: at + 1,
    place: `${PATHS[file]}:${at + 1}`,
    overrides: null,
    inherited: false,
  };
}

export function formOf(
  texts: Texts,
  section: SectionRef,
  revision: string,
  now: Moment,
  problems: FieldProblem[],
): ProfileForm {
  const lines = settings(texts, section);
  const all = sections(texts);
  const every = allSettings(texts);
  const regionOf = (profile: string) => valueOf(every.get(`profile ${profile}`) ?? [], 'region');
  const row = rowOf(section, lines, new Set(all.map(({ name }) => name)), regionOf);
  const key = section.is === 'profile' ? 'source_profile' : 'sso_session';
  const naming = all.filter(
    (other) =>
      other.is === 'profile' &&
      valueOf(every.get(`profile ${other.name}`) ?? [], key) === section.name,
  );
  const temporary = row.kind === 'temporary_keys';
  const known = temporary && section.name === 'staging';
  return {
    section,
    revision,
    kind: row.kind,
    account: row.account,
    role: row.role,
    files: row.files,
    settings: lines.map(settingOf),
    dependents: naming.map(({ name }) => ({ profile: name, key })),
    convert: temporary
      ? {
          roleArn: known ? 'arn:aws:iam::345678901234:role/Deploy' : null,
          seen: known ? 'setting' : 'nowhere',
          seenIn: known ? 'x_principal_arn' : null,
          mayLackPath: known,
          sourceProfile: known ? 'user1' : null,
          sources: ['user1', 'default'],
          region: row.region ?? (known ? regionOf('user1') : null),
        }
      : null,
    expiresAt: temporary ? now.after(-6) : null,
    problems,
  };
}
