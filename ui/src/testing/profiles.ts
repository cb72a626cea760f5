// A profile's form, a plan and the result of writing it, for tests of the profiles' state.

import type { ProfileForm, ProfilePlan, ProfileRow, SectionRef } from '../backend';

export const named = (name: string): SectionRef => ({ is: 'profile', name });

export const listed = (name: string): ProfileRow => ({
  section: named(name),
  kind: 'temporary_keys',
  mfa: false,
  via: null,
  account: null,
  role: null,
  region: null,
  problems: 0,
  warnings: 0,
  files: ['credentials'],
});

export const formOf = (section: SectionRef): ProfileForm => ({
  section,
  revision: '1',
  kind: 'role',
  account: null,
  role: null,
  files: ['config'],
  settings: [],
  dependents: [],
  convert: null,
  expiresAt: null,
  problems: [],
});

export const planOf = (section: SectionRef, id: string): ProfilePlan => ({
  id,
  section,
  files: [],
  changes: 1,
  errors: [],
  warnings: [],
  writable: true,
});

export const writtenOf = (section: SectionRef | null) => ({
  files: ['~/.aws/config'],
  section,
  gone: null,
  change: null,
  notes: [],
});
