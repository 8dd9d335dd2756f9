/**
 * What a receiver writes on a message about who sent it: Authentication-Results (RFC 8601) and
 * Received-SPF (RFC 7208 §9.1), out of what its checks have found. Nothing where it made none.
 */
import { present } from '../assert.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { FindingReading } from '../facts/findings.ts'
import type { HeaderField } from '../mail/dkim/content.ts'
import { parseTagList } from '../mail/dkim/tag-list.ts'
import { dkimMethod, spfMethod } from '../mail/authentication-results/methods.ts'
import type { MethodResult } from '../mail/authentication-results/results.ts'
import { authenticationResultsField } from '../mail/authentication-results/write.ts'
import { receivedSpfField } from '../mail/spf/received-spf.ts'
import type { SpfResult } from '../mail/spf/spf.ts'
import { field, type SourceField } from './fields.ts'
import type { HandOver } from './hand-overs.ts'

/** Whether this server has asked who sent the message, and so answers for what is said of it. */
export const hasAuthenticated = (over: HandOver): boolean => over.authentication.length > 0

/** @param signatures on the message when it came, the top one first, as they are shown */
export function authenticationFields(
  index: FactIndex,
  message: number,
  over: HandOver,
  signatures: readonly HeaderField[],
): SourceField[] {
  if (!hasAuthenticated(over)) return []
  const server = present(index.record.hosts[over.server], 'server').name
  const { reversePath, author } = present(index.record.messages[message], 'message')
  const helo = present(index.record.hosts[over.client], 'client').name
  const fields: SourceField[] = []
  const methods: MethodResult[] = []
  const spf = foundBy(over, 'spf')
  if (spf !== undefined) {
    const result = resultOf(spf)
    methods.push(spfMethod(result, reversePath, helo))
    const trace = receivedSpfField({
      result: result as SpfResult,
      identity: reversePath === '' ? 'helo' : 'mailfrom',
      clientIp: over.clientAddress,
      helo,
      mailFrom: reversePath,
      receiver: server,
      mechanism: spf.about,
      problem: '',
    })
    fields.push(field(trace, over.server))
  }
  const dkim = foundBy(over, 'dkim')
  if (dkim !== undefined) methods.push(...dkimMethods(dkim, signatures))
  const dmarc = foundBy(over, 'dmarc')
  if (dmarc !== undefined) methods.push(dmarcMethodOf(dmarc, author))
  return [field(authenticationResultsField(server, methods), over.server), ...fields]
}

/** Of several recipients the last one: what is found is the same for all. */
const foundBy = (over: HandOver, check: string): FindingReading | undefined =>
  over.authentication.findLast((one) => one.check === check)

const resultOf = ({ reason }: FindingReading): string => reason.slice(reason.indexOf('-') + 1)

/** One entry for each signature: `pass school.example s1, fail list.example list`. */
function dkimMethods(
  { about }: FindingReading,
  signatures: readonly HeaderField[],
): readonly MethodResult[] {
  const none = { domain: '', selector: '', signature: '', reason: '' }
  if (about === '') return [dkimMethod({ ...none, result: 'none' })]
  return about.split(', ').map((one, i) => {
    const [result = '', domain = '', selector = ''] = one.split(' ')
    const signature = parseTagList(signatures[i]?.value ?? '')?.get('b')?.value ?? ''
    return dkimMethod({ result, domain, selector, signature, reason: '' })
  })
}

/** What was asked for stands there where it failed, and what this server has done about it. */
function dmarcMethodOf(finding: FindingReading, author: string): MethodResult {
  const { about, reason } = finding
  const [domain = '', wish = ''] = about.split(' ')
  const isDone = reason === 'dmarc-quarantine'
  const asked = /^p=(\w+)$/.exec(wish)?.[1] ?? ''
  const done = isDone ? 'QUARANTINE' : 'NONE'
  const from = domain === '' ? author : domain
  return {
    method: 'dmarc',
    result: asked === '' ? resultOf(finding) : 'fail',
    comment: asked === '' ? '' : `p=${asked.toUpperCase()} dis=${done}`,
    reason: '',
    properties: [{ type: 'header', name: 'from', value: from }],
  }
}
