// Names nobody should have, and somebody has.

export const ODD_NAMES: readonly string[] = [
  'x'.repeat(300),
  'فريق-الإنتاج',
  '🦄 unicorn 🚀',
  '<img src=x onerror=alert(1)><b>bold</b>',
  `${'word '.repeat(59)}end`,
  '\u202eevil\u202c',
];

/** As long as names get: with and without a place to break, in scripts of each direction and width. */
export const LONG_NAMES: readonly string[] = [
  'w'.repeat(128),
  'AWSReservedSSO-AdministratorAccess-'.repeat(4).slice(0, 128),
  'فريق-الإنتاج-'.repeat(10).slice(0, 128),
  '本番環境管理者用プロファイル'.repeat(10).slice(0, 128),
];
