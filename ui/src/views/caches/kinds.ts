import type { CacheKind, Consequence } from '../../backend';
import type { IconName } from '../../parts/icons';

export const CACHE_KINDS: Record<CacheKind, { icon: IconName; word: string }> = {
  role: { icon: 'shield', word: 'window-cache-role' },
  web_identity: { icon: 'globe', word: 'window-cache-web-identity' },
  sso: { icon: 'enter', word: 'window-cache-sso' },
  sso_token: { icon: 'enter', word: 'window-cache-sso-token' },
  sso_registration: { icon: 'enter', word: 'window-cache-registration' },
  mfa_session: { icon: 'shield', word: 'window-cache-mfa-session' },
  damaged: { icon: 'warn', word: 'window-cache-damaged' },
  other: { icon: 'file', word: 'window-cache-other' },
};

/** What a removal costs, in a few words. */
export const CONSEQUENCES: Record<Consequence, string> = {
  nothing: 'window-costs-nothing',
  renewed_at_next_use: 'window-costs-renewal',
  needs_you: 'window-costs-you',
  not_ours: 'window-not-ours',
};
