// The commands of src-tauri. Nothing else imports @tauri-apps.

import { Channel, invoke } from '@tauri-apps/api/core';

import type { Backend } from '.';
import { backendOver } from './commands';

export function tauriBackend(): Backend {
  return backendOver({ invoke, channel: () => new Channel() });
}
