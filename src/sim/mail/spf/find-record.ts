/**
 * From a domain to the text of its SPF record. Source: RFC 7208 §3.2, §3.3, §4.3 to §4.5.
 */
import { TOO_MANY_VOIDS } from './mechanism.ts'
import { ask, isName, spendVoid } from './question.ts'
import type { Check } from './question.ts'
import { isSpfRecord } from './record.ts'
import type { SpfNode, SpfQuestion } from './spf.ts'

/** What was found: `record` is null when `result` and `reason` say why there is none. */
export type FoundRecord =
  | { readonly record: string; readonly questions: readonly SpfQuestion[] }
  | (Pick<SpfNode, 'result' | 'reason' | 'questions'> & { readonly record: null })

/** Asks for the record. `isFirst`: for that of the sender's domain, whose question is no term's. */
export function findRecord(check: Check, domain: string, isFirst: boolean): FoundRecord {
  const questions: SpfQuestion[] = []
  const none = (result: SpfNode['result'], reason: string): FoundRecord => {
    return { record: null, questions, result, reason }
  }
  // RFC 7208 §4.3: no fully qualified name, no record
  if (!isFullyQualified(domain)) return none('none', 'not a fully qualified domain name')
  const { kind, records } = ask(check, questions, domain, 'TXT')
  // RFC 7208 §4.4: a failure of the DNS
  if (kind === 'failed') return none('temperror', 'the DNS gave no answer')
  // RFC 7208 §4.6.4: only the questions of terms are counted
  if (!isFirst && !spendVoid(check, kind === 'nothing')) return none('permerror', TOO_MANY_VOIDS)
  // RFC 7208 §3.3: the strings of a record are joined without spaces
  const texts = records.map((each) => (each.type === 'TXT' ? each.strings.join('') : ''))
  const [record, ...more] = texts.filter(isSpfRecord)
  // RFC 7208 §4.5: there has to be one, and only one
  if (record === undefined) return none('none', 'no SPF record')
  return more.length > 0 ? none('permerror', 'more than one SPF record') : { record, questions }
}

function isFullyQualified(domain: string): boolean {
  if (!isName(domain) || !domain.includes('.')) return false
  // RFC 7208 §4.3: an address literal is no domain name, nor is anything with spaces
  return !/^\[|\]$| /.test(domain)
}
