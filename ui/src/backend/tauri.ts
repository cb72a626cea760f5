// Commands and events of src-tauri. Nothing else imports @tauri-apps.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Backend, PromptView, WindowPatch } from '.';

function on<T>(event: string, listener: (payload: T) => void): Promise<() => void> {
  return listen<T>(event, ({ payload }) => {
    listener(payload);
  });
}

export function tauriBackend(): Backend {
  return {
    windowView: () => invoke('window_view'),
    onPatch: (listener) => on<WindowPatch>('window-patch', listener),
    sessionDetails: (profile) => invoke('session_details', { profile }),
    act: (action) => invoke('act', { action }),
    cleanCaches: (files) => invoke('clean_caches', { files }),
    setPreference: (change) => invoke('set_preference', { change }),
    testNotification: () => invoke('test_notification'),
    testNetwork: () => invoke('test_network'),
    openLog: () => invoke('open_log'),
    copyDiagnostics: () => invoke('copy_diagnostics'),
    startDemo: () => invoke('start_demo'),
    promptView: () => invoke('prompt_view'),
    onPrompt: (listener) => on<PromptView>('prompt-view', listener),
    promptAnswer: (answer) => invoke('prompt_answer', { answer }),
    promptCancel: () => invoke('prompt_cancel'),
  };
}
