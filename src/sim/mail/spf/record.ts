/**
 * From the TXT records of a name to the terms of its SPF record. Apart from evaluation, so that
 * whoever asks often can keep what was read. Source: RFC 7208 §3.3, §4.5, §4.6, §6.
 */
import { parseTerm } from './term.ts'
import type { Term } from './term.ts'

/** A record that was read. */
export interface SpfRecord {
  readonly text: string
  /** In the order of the record. If one of them is of kind `error`, the record is void of sense. */
  readonly terms: readonly Term[]
}

const VERSION = 'v=spf1'

/**
 * Whether a text is an SPF record at all: the version, then a space or nothing (RFC 7208 §4.5).
 * The text is that of all strings of a TXT record, joined without spaces (RFC 7208 §3.3).
 */
export function isSpfRecord(text: string): boolean {
  if (text.length > VERSION.length && text.charAt(VERSION.length) !== ' ') return false
  // RFC 7208 §4.6.1: what the grammar spells out is read without regard to case
  return text.slice(0, VERSION.length).toLowerCase() === VERSION
}

/** Reads a record for which `isSpfRecord` holds. Never fails: errors are terms. */
export function parseRecord(text: string): SpfRecord {
  const terms: Term[] = []
  const seen = new Set<string>()
  // RFC 7208 §4.6.1: terms are kept apart by spaces, one or more, and by nothing else
  for (const word of text.slice(VERSION.length).split(' ')) {
    if (word === '') continue
    const term = parseTerm(word)
    const isTwice = seen.has(term.kind) && (term.kind === 'redirect' || term.kind === 'exp')
    seen.add(term.kind)
    // RFC 7208 §6: redirect and exp at most once each
    terms.push(isTwice ? { kind: 'error', text: word, problem: 'given twice' } : term)
  }
  return { text, terms }
}
