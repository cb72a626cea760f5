// The text of the two invented files.

import type { FileName } from '../..';
import { LONG_NAMES } from '../names';

export type Texts = Record<FileName, string[]>;

const CONFIG = `# shared by the platform team
[default]
region = eu-west-1
output = json

[profile user1]
region = eu-west-1
# one key for all roles below
output = json

[profile project1]
role_arn = arn:aws:iam::210987654321:role/Prod-Role
source_profile = user1
region = eu-west-1

# data platform, ask #cloud-help
[profile data-eng]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = DataEngineer
s3 =
  addressing_style = path
  max_concurrent_requests = 20

[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1

[profile billing]
role_arn = arn:aws:iam::444455556666:role/BillingRead
source_profile = user1
external_id = billing-2026

[profile prod-admin]
role_arn = arn:aws:iam::123456789012:role/Admin
source_profile = user1
mfa_serial = arn:aws:iam::123456789012:mfa/ana

[profile ci-reader]
credential_process = /opt/corp/bin/get-keys --role reader

[profile ci-deploy]
role_arn = arn:aws:iam::444455556666:role/Deploy
web_identity_token_file = /var/run/secrets/token

[profile legacy]
role_arn = arn:aws:iam::444455556666:role/Old
source_profile = old-user

[profile data-deep]
role_arn = arn:aws:iam::111122223333:role/DataLakeMaintenance
source_profile = billing
duration_seconds = 3600

[profile partner-audit]
role_arn = arn:aws:iam::888877776666:role/PartnerAudit
source_profile = user1
external_id = partner-2026-audit
role_session_name = ana@example.com

[profile prod-readonly]
role_arn = arn:aws:iam::123456789012:role/ReadOnly
source_profile = user1
mfa_serial = arn:aws:iam::123456789012:mfa/ana

[profile vpn-login]
login_session = arn:aws:iam::345678901234:user/ana
region = eu-central-1`;

const CREDENTIALS = `# never commit this file
[default]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

[user1]
aws_access_key_id = AKIAIOSFODNN7USER1EX
aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY

# pasted on Monday
# expires soon
# ask ana for more
[staging]
aws_access_key_id = ASIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN
# deploys, see runbook`;

/** How many profiles there are anyway. */
const HOME = 14;

function many(count: number): string[] {
  return Array.from({ length: count }, (_, place) => [
    '',
    `[profile team-${place}]`,
    `role_arn = arn:aws:iam::${String(100_000_000_000 + place * 7919)}:role/Developer`,
    'source_profile = user1',
  ]).flat();
}

function odd(): string[] {
  const names = ['x'.repeat(128), 'فريق-الإنتاج', '🦄 unicorn 🚀', '<b>bold</b>'];
  return named(names);
}

function named(names: readonly string[]): string[] {
  return names.flatMap((name) => ['', `[profile ${name}]`, 'region = eu-west-1']);
}

export function texts(parameters: URLSearchParams): Texts {
  if (parameters.get('state') === 'first-run') return { config: [], credentials: [] };
  const more = Math.max(0, Number(parameters.get('profiles') ?? 0) - HOME);
  const strange = [
    ...(parameters.has('odd') ? odd() : []),
    ...(parameters.get('names') === 'long' ? named(LONG_NAMES) : []),
  ];
  return {
    config: [...CONFIG.split('\n'), ...strange, ...many(more)],
    credentials: CREDENTIALS.split('\n'),
  };
}
