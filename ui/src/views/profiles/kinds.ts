// Icons and names of the kinds of profiles.

import type { FormKind } from '../../model/profile-fields';
import type { IconName } from '../../parts/icons';

export const KINDS: Record<FormKind, { icon: IconName; word: string }> = {
  keys: { icon: 'key', word: 'window-profiles-kind-keys' },
  role: { icon: 'shield', word: 'window-profiles-kind-role' },
  sso: { icon: 'enter', word: 'window-profiles-kind-sso' },
  sso_legacy: { icon: 'enter', word: 'window-profiles-kind-sso-legacy' },
  web_identity: { icon: 'globe', word: 'window-profiles-kind-web-identity' },
  process: { icon: 'terminal', word: 'window-profiles-kind-process' },
  login: { icon: 'enter', word: 'window-profiles-kind-login' },
  temporary_keys: { icon: 'hourglass', word: 'window-profiles-kind-temporary-keys' },
  sso_session: { icon: 'people', word: 'window-profiles-kind-sso-session' },
  other: { icon: 'sliders', word: 'window-profiles-kind-other' },
};
