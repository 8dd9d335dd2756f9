/**
 * The evaluation of one record, and of those that it leads to. Writes down each step as it goes.
 * Source: RFC 7208 §4.6, §4.7, §5.2, §6.1, §6.2.
 */
import { remembered } from '../memo.ts'
import { explain } from './explanation.ts'
import { findRecord } from './find-record.ts'
import { firstLines, mark } from './line.ts'
import type { Frame, Origin } from './line.ts'
import { asksDns, examine, permerror, TOO_MANY_LOOKUPS } from './mechanism.ts'
import type { Finding } from './mechanism.ts'
import { spendLookup } from './question.ts'
import type { Check } from './question.ts'
import { parseRecord } from './record.ts'
import type { SpfNode, SpfOutcome, SpfResult } from './spf.ts'
import { targetName } from './target-name.ts'
import type { Place } from './target-name.ts'
import type { Qualifier, Term } from './term.ts'

/** What a record says of the client. */
export interface Verdict {
  readonly node: SpfNode
  /** The directive that matched, as written; `default` if none did. */
  readonly mechanism: string
  readonly explanation: string | null
}

type Ruling = Pick<SpfNode, 'result' | 'reason'> & Omit<Verdict, 'node'>
type Directive = Extract<Term, { readonly kind: 'directive' }>
type Modifier = Extract<Term, { readonly kind: 'redirect' | 'exp' }>

/** A directive that was tried: what it found, the name it spoke of, the record it led to. */
interface Trial {
  readonly finding: Finding
  readonly target: string
  readonly child: SpfNode | null
}

/** RFC 7208 §4.6.2. */
const RESULTS: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
}

const OUTCOMES: Readonly<Record<Finding['kind'], SpfOutcome>> = {
  match: 'matched',
  'no match': 'not matched',
  error: 'error',
}

/** Finds the record of a domain and evaluates it: the recursive function of RFC 7208 §4. */
export function evaluate(check: Check, domain: string, origin: Origin): Verdict {
  const found = findRecord(check, domain, origin.isFirst)
  const { record, questions } = found
  if (found.record === null) {
    const { result, reason } = found
    const node: SpfNode = { domain, record, questions, lines: [], result, reason }
    return { node, mechanism: 'default', explanation: null }
  }
  const { terms } = recordOf(found.record)
  const frame: Frame = { check, domain, origin, terms, lines: firstLines(terms) }
  const { result, reason, mechanism, explanation } = rule(frame)
  const node: SpfNode = { domain, record, questions, lines: frame.lines, result, reason }
  return { node, mechanism, explanation }
}

/** Whoever sends much publishes one record. */
const recordOf = remembered(parseRecord)

function rule(frame: Frame): Ruling {
  const { terms } = frame
  const broken = terms.findIndex((term) => term.kind === 'error')
  if (broken >= 0) {
    // RFC 7208 §4.6: an error anywhere, even behind what would have matched
    mark(frame, broken, { decides: true })
    return unmatched('permerror', `syntax error: ${terms[broken]?.text}`)
  }
  for (const [i, term] of terms.entries()) {
    const decided = term.kind === 'directive' ? judge(frame, i, term) : null
    if (decided !== null) return decided
  }
  const at = terms.findIndex((term) => term.kind === 'redirect')
  const redirect = terms[at]
  // RFC 7208 §4.7: nothing matched, and there is nobody else to ask
  if (redirect?.kind !== 'redirect') return unmatched('neutral', 'nothing matched')
  return follow(frame, at, redirect)
}

/** The result, if this directive makes it; null when the next one has its turn. */
function judge(frame: Frame, at: number, directive: Directive): Ruling | null {
  const { check, domain } = frame
  const { qualifier, text } = directive
  const place: Place = { check, domain, log: [] }
  const { finding, target, child } = tryOut(directive, place)
  const { kind, reason } = finding
  const decides = kind !== 'no match'
  const questions = place.log
  mark(frame, at, { outcome: OUTCOMES[kind], reason, target, questions, child, decides })
  if (kind === 'no match') return null
  if (finding.kind === 'error') return unmatched(finding.result, `${text}: ${reason}`)
  const result = RESULTS[qualifier]
  const explanation = result === 'fail' ? explanationOf(frame) : null
  return { result, reason: `${text} matched`, mechanism: text, explanation }
}

function tryOut({ mechanism }: Directive, place: Place): Trial {
  const { check } = place
  if (asksDns(mechanism) && !spendLookup(check)) {
    return { finding: permerror(TOO_MANY_LOOKUPS), target: '', child: null }
  }
  const target = 'target' in mechanism ? targetName(mechanism.target, place) : ''
  if (mechanism.name !== 'include') {
    return { finding: examine(mechanism, target, place), target, child: null }
  }
  const child = evaluate(check, target, { isFirst: false, mayExplain: false }).node
  return { finding: included(child), target, child }
}

/** The table of RFC 7208 §5.2: only a pass matches; what cannot be evaluated is an error. */
function included({ result }: SpfNode): Finding {
  const reason = `the included record says ${result}`
  switch (result) {
    case 'pass':
      return { kind: 'match', reason }
    case 'temperror':
      return { kind: 'error', result, reason }
    case 'permerror':
    case 'none':
      return permerror(reason)
    default:
      return { kind: 'no match', reason }
  }
}

/** RFC 7208 §6.1: the result is the other record's, and that record has to exist. */
function follow(frame: Frame, at: number, { target: pointer, text }: Modifier): Ruling {
  const { check, domain, origin } = frame
  if (!spendLookup(check)) {
    mark(frame, at, { outcome: 'error', reason: TOO_MANY_LOOKUPS, decides: true })
    return unmatched('permerror', `${text}: ${TOO_MANY_LOOKUPS}`)
  }
  const place: Place = { check, domain, log: [] }
  const target = targetName(pointer, place)
  const { node, mechanism, explanation } = evaluate(check, target, { ...origin, isFirst: false })
  const isMissing = node.result === 'none'
  const reason = isMissing ? node.reason : `the other record says ${node.result}`
  const outcome = isMissing ? 'error' : 'used'
  mark(frame, at, { outcome, reason, target, questions: place.log, child: node, decides: true })
  const result = isMissing ? 'permerror' : node.result
  return { result, reason: `${text}: ${reason}`, mechanism, explanation }
}

/** RFC 7208 §6.2: from the record that said fail, unless it was included. */
function explanationOf(frame: Frame): string | null {
  const { check, domain, origin, terms } = frame
  const at = terms.findIndex((term) => term.kind === 'exp')
  const exp = terms[at]
  if (exp?.kind !== 'exp' || !origin.mayExplain) return null
  const place: Place = { check, domain, log: [] }
  const { target, text, reason } = explain(exp.target, place)
  const outcome = text === null ? 'error' : 'used'
  mark(frame, at, { outcome, reason, target, questions: place.log })
  return text
}

function unmatched(result: SpfResult, reason: string): Ruling {
  return { result, reason, mechanism: 'default', explanation: null }
}
