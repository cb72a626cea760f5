// What `cargo xtask page-preview` makes of crates/page-preview: its own words are in that crate.

declare module 'virtual:page-preview' {
  export class Preview {
    constructor(parameters: string, now: number);
    invoke(command: string, given: string, now: number): string;
    news(): string;
    due(number: number, now: number): void;
    wakesIn(now: number): number | undefined;
    woke(now: number): void;
    read(file: string): string;
    write(file: string, text: string, now: number): void;
    storesSession(profile: string, began: number, end: number, now: number): void;
    clicked(action: string, now: number): void;
    closeRequested(now: number): void;
  }
  /** Fetches the module and makes it ready. */
  export default function init(from: { module_or_path: string }): Promise<unknown>;
}

declare module 'virtual:page-preview-address' {
  /** Where the module is fetched from. */
  const address: string;
  export default address;
}
