/**
 * The text that a domain publishes for those whose mail it disowns.
 * Source: RFC 7208 §6.2, §7.2.
 */
import { parseMacroString } from './macro.ts'
import type { MacroString } from './macro.ts'
import { ask, isName } from './question.ts'
import { expand, targetName } from './target-name.ts'
import type { Place } from './target-name.ts'

/** Longer explanations are cut. Our limit; RFC 7208 §6.2 allows one. In characters. */
export const EXPLANATION_LIMIT = 1000

/** An explanation, or why there is none: RFC 7208 §6.2 goes on as if none had been offered. */
export interface Explanation {
  /** Printable ASCII; null if there is none. */
  readonly text: string | null
  /** Why there is none; '' if there is one. */
  readonly reason: string
  /** The name at which it was looked for. */
  readonly target: string
}

/**
 * Fetches and expands the explanation that `exp=` points at. Its questions count towards no limit
 * (RFC 7208 §4.6.4): they are asked when the result is known.
 */
export function explain(pointer: MacroString, place: Place): Explanation {
  const target = targetName(pointer, place)
  const nothing = (reason: string): Explanation => ({ text: null, reason, target })
  if (!isName(target)) return nothing('not a name that can be asked for')
  const { records } = ask(place.check, place.log, target, 'TXT')
  const [record, ...more] = records
  if (record?.type !== 'TXT') return nothing('no text there')
  if (more.length > 0) return nothing('more than one text there')
  const parts = parseMacroString(record.strings.join(''), 'explanation')
  if (parts === null) return nothing('the text is not valid')
  const text = expand(parts, place)
  // RFC 7208 §6.2: the text goes into an SMTP reply, which is ASCII, and has no line ends
  if (/[^\x20-\x7e]/.test(text)) return nothing('the text does not fit into a reply')
  return { text: text.slice(0, EXPLANATION_LIMIT), reason: '', target }
}
