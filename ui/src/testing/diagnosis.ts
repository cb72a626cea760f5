// An invented diagnosis: that of the drawings, fixed by its fix.

import type {
  CheckRow,
  Diagnosed,
  DiffLine,
  EvidenceView,
  OfferedFix,
  VerdictCard,
} from '../backend';

const NOTHING: EvidenceView = { what: '', file: null, line: null, variable: null, value: null };
const RC = '~/.zshrc';
const LINES = [
  { variable: 'AWS_ACCESS_KEY_ID', value: '****************QX7Z' },
  { variable: 'AWS_SECRET_ACCESS_KEY', value: '****' },
  { variable: 'AWS_SESSION_TOKEN', value: '****' },
];

const EXHIBITS: EvidenceView[] = LINES.map(({ variable, value }, place) => ({
  what: 'set in a shell file',
  file: RC,
  line: 39 + place,
  variable,
  value,
}));

const same = (old: number, now: number, text: string): DiffLine => ({
  mark: 'same',
  old,
  new: now,
  text,
});

const REMOVE: OfferedFix = {
  id: { diagnosis: 1, place: 0 },
  title: 'Remove 3 lines from ~/.zshrc',
  commands: [],
  changes: [
    {
      path: RC,
      isFile: true,
      lines: [
        { mark: 'gap', old: null, new: null, text: '' },
        same(37, 37, 'alias ll="ls -l"'),
        same(38, 38, '# staging, only for today'),
        ...LINES.map(({ variable, value }, place) => ({
          mark: 'removed' as const,
          old: 39 + place,
          new: null,
          text: `export ${variable}=${value}`,
        })),
        same(42, 39, 'export EDITOR=vim'),
      ],
      removed: 3,
      added: 0,
    },
  ],
};

const unset = (before: string) => LINES.map(({ variable }) => before + variable).join('; ');
const POSIX = `unset ${LINES.map(({ variable }) => variable).join(' ')}`;

const UNSET: OfferedFix = {
  id: { diagnosis: 1, place: 1 },
  title: 'Unset 3 variables',
  changes: [],
  commands: [
    { shell: 'zsh', command: POSIX },
    { shell: 'bash', command: POSIX },
    { shell: 'fish', command: unset('set -e ') },
    { shell: 'powershell', command: unset('Remove-Item Env:') },
    { shell: 'cmd', command: LINES.map(({ variable }) => `set ${variable}=`).join(' & ') },
  ],
};

const CLEAN: OfferedFix = {
  id: { diagnosis: 1, place: 2 },
  title: 'Clean 3',
  changes: [],
  commands: [],
};

const EXPIRED: VerdictCard = {
  kind: 'cause',
  title: 'New terminals will use an expired token, not project1',
  explanation:
    '`AWS_SESSION_TOKEN` is set in `~/.zshrc:41` and belongs to `assumed-role/Prod-Role`, expired 2 h 14 min ago. Environment variables override profiles, so commands fail with `ExpiredToken` although project1 itself works.',
  evidence: EXHIBITS.slice(2),
  elsewhere: null,
  alsoFound: [],
  symptoms: ['ExpiredToken'],
  fixes: [REMOVE, UNSET],
  advice: 'Remove the lines.',
};

const HEALTHY: VerdictCard = {
  kind: 'healthy',
  title: 'project1 works',
  explanation:
    'A command with this profile acts as `assumed-role/Prod-Role` in 210987654321, as the profile says.',
  evidence: [],
  elsewhere: null,
  alsoFound: [],
  symptoms: [],
  fixes: [],
  advice: null,
};

const CANNOT_TELL: VerdictCard = {
  kind: 'cannot_tell',
  title: 'Without a network, no cause was found',
  explanation: 'Nothing in the files and variables explains it, and AWS could not be asked.',
  evidence: [
    { ...NOTHING, what: 'did not answer within 5 s', value: 'sts.eu-west-1.amazonaws.com' },
  ],
  elsewhere: null,
  alsoFound: ['Two AWS CLIs are on `PATH`'],
  symptoms: ['EndpointConnectionError'],
  fixes: [
    {
      ...UNSET,
      title: 'test the network',
      commands: [{ shell: null, command: 'curl -sI https://sts.eu-west-1.amazonaws.com' }],
    },
  ],
  advice: null,
};

const LONG = 'x'.repeat(300);

const ODD: VerdictCard = {
  ...EXPIRED,
  title: `New terminals will use \`${LONG}\`, not \`<b>فريق-الإنتاج</b> 🦄\``,
  explanation: `\`${LONG}\` is set in \`~/فريق/${LONG}:41\`. <img src=x onerror=alert(1)>`,
  evidence: [{ ...NOTHING, what: 'set', file: `~/${LONG}`, line: 4, variable: LONG, value: LONG }],
  alsoFound: [LONG],
  symptoms: [LONG],
  fixes: [{ ...REMOVE, title: `Remove 3 lines from ${LONG}` }, UNSET],
};

const WORDS: Record<CheckRow['state'], string> = {
  ok: 'OK',
  warn: 'Note',
  fail: 'Problem',
  skipped: 'Not checked',
};

function check(code: string, title: string, state: CheckRow['state'], detail: string): CheckRow {
  return { code, title, state, stateWord: WORDS[state], detail, evidence: [], fixes: [] };
}

/** All that Rust looks at, in its order. */
function checks(fixed: boolean, cleaned: boolean): CheckRow[] {
  const shadowed = check(
    'environment',
    'Environment variables',
    'fail',
    '3 AWS variables override the profile, set in `~/.zshrc:39–41`',
  );
  const cache = check(
    'role_cache',
    'AWS CLI cache',
    'warn',
    '3 of 12 entries expired; not the cause',
  );
  return [
    check('files', 'AWS files', 'ok', '~/.aws/config and ~/.aws/credentials can be parsed'),
    check('profile_choice', 'Profile', 'ok', 'project1, named by `AWS_PROFILE`'),
    fixed
      ? check('environment', 'Environment variables', 'ok', 'none overrides the profile')
      : { ...shadowed, evidence: EXHIBITS },
    check('chain', 'Settings and sources', 'ok', 'role with `source_profile = user1`, config:12'),
    check('credentials', 'Credentials used', 'ok', 'role Prod-Role of 210987654321, through user1'),
    check('keys', 'Keys in files', 'ok', 'AKIA… of user1, long-term'),
    cleaned
      ? check('role_cache', 'AWS CLI cache', 'ok', '9 entries, none expired')
      : { ...cache, fixes: [CLEAN] },
    check(
      'sso',
      'IAM Identity Center',
      'ok',
      'corp: signed in until 18:31, refreshes automatically',
    ),
    check('login', 'aws login', 'skipped', 'not used'),
    check('process', 'Programs, token files and hosts', 'skipped', 'not used'),
    check('cli', 'AWS CLI', 'warn', '2.17.3 at /usr/local/bin/aws, 1.45.2 at ~/.local/bin/aws'),
    check('clock', 'Clock', 'ok', 'within 1 s of AWS (limit 5 min)'),
    check('proxy', 'Proxy and CA bundle', 'skipped', 'none set'),
    check('endpoint', 'Endpoint', 'ok', 'sts.eu-west-1.amazonaws.com answers in 84 ms'),
    check('assume_role', 'Assume the role', 'ok', 'AssumeRole gave a session of 1 h'),
    check(
      'identity',
      'Identity',
      'ok',
      'arn:aws:sts::210987654321:assumed-role/Prod-Role/botocore-session-1764508710, as the profile says',
    ),
  ];
}

/** What is found of project1 before and after its fixes. */
export function diagnosis(done: ReadonlySet<number> = new Set(), kind = ''): Diagnosed {
  const fixed = done.has(REMOVE.id.place);
  const verdict =
    kind === 'odd'
      ? ODD
      : kind === 'cannot-tell'
        ? CANNOT_TELL
        : fixed || kind === 'healthy'
          ? HEALTHY
          : EXPIRED;
  return {
    verdict,
    checks: checks(verdict !== EXPIRED, done.has(CLEAN.id.place)),
    seconds: 1.4,
    revision: '1',
  };
}
