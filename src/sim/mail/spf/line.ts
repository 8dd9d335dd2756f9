/**
 * The lines of a record while it is evaluated: each starts as not reached, and is replaced when its
 * turn comes. Source: RFC 7208 §4.6.2, §4.6.3, §5.1.
 */
import type { Check } from './question.ts'
import type { SpfLine } from './spf.ts'
import type { Term } from './term.ts'

/** How a record came to be evaluated. What was included explains nothing (RFC 7208 §6.2). */
export interface Origin {
  readonly isFirst: boolean
  readonly mayExplain: boolean
}

/** A record under evaluation. */
export interface Frame {
  readonly check: Check
  readonly domain: string
  readonly origin: Origin
  readonly terms: readonly Term[]
  /** One for each of `terms`. */
  readonly lines: SpfLine[]
}

/** Writes down what became of a line. */
export function mark({ lines }: Frame, at: number, change: Partial<SpfLine>): void {
  const line = lines[at]
  if (line !== undefined) lines[at] = { ...line, ...change }
}

/** The lines of a record before anything is evaluated. */
export function firstLines(terms: readonly Term[]): SpfLine[] {
  // RFC 7208 §5.1: beside an all, wherever it stands, a redirect means nothing
  const hasAll = terms.some(isAll)
  return terms.map((term) => {
    const line = lineOf(term.text, term.kind === 'directive' ? 'directive' : 'modifier')
    switch (term.kind) {
      case 'error':
        return { ...line, kind: 'directive', outcome: 'error', reason: term.problem }
      case 'unknown':
        return { ...line, outcome: 'ignored', reason: 'not known' }
      case 'redirect':
        return hasAll ? { ...line, outcome: 'ignored', reason: 'there is an all' } : line
      default:
        return line
    }
  })
}

function lineOf(text: string, kind: SpfLine['kind']): SpfLine {
  const nothing = { reason: '', target: '', questions: [], child: null, decides: false }
  return { ...nothing, text, kind, outcome: 'not reached' }
}

function isAll(term: Term): boolean {
  return term.kind === 'directive' && term.mechanism.name === 'all'
}
