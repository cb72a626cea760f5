// Finds the names in a sentence: variables, settings, options, files with their line, and text in backticks.

import type { Place } from '../backend';

export interface Piece {
  text: string;
  isName: boolean;
  /** A path or a code, which is read from left to right whatever it holds. */
  isPath: boolean;
}

const NAMES =
  /\b(?:AWS_[A-Z0-9_]+|aws_[a-z_]+[a-z])\b|(?<![\w-])--[a-z][a-z-]*[a-z]\b|~[/\\][^\s,;:()“”]*[^\s,;:.()“”](?::\d+)?/g;

function piece(text: string, isName: boolean): Piece {
  return { text, isName, isPath: /^[~/]|:\d+$/.test(text) };
}

function namesIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(NAMES)) {
    pieces.push(piece(text.slice(from, found.index), false), piece(found[0], true));
    from = found.index + found[0].length;
  }
  return [...pieces, piece(text.slice(from), false)];
}

/** The line of a file that a piece names, such as `~/.aws/config:12`. */
export function fileAt(text: string): Place | null {
  const found = /^(?<file>(?:~[/\\]|\/|[A-Za-z]:\\).*?):(?<line>\d+)$/.exec(text)?.groups;
  if (!found) return null;
  return { text, file: found['file'] ?? null, line: Number(found['line']) };
}

/** The pieces of a sentence, in order. */
export function marked(sentence: string): Piece[] {
  const pieces = sentence
    .split('`')
    .flatMap((text, place) => (place % 2 === 1 ? [piece(text, true)] : namesIn(text)));
  return pieces.filter(({ text }) => text !== '');
}
