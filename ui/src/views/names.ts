// The views of the window, in the order of the sidebar and of Ctrl+1, Ctrl+2, …

export const VIEWS = ['sessions', 'profiles', 'diagnose', 'caches', 'preferences'] as const;
export type ViewName = (typeof VIEWS)[number];
