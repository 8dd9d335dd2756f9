import type { DmarcQuestion, DmarcVerdict } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { askedFor } from '../dns/answers.ts'
import type { Answers } from '../dns/answers.ts'
import { txt } from '../dns/zones.ts'

/** The record of a domain, of which only what follows the version is written. */
export const dmarc = (domain: string, tags: string): Answers => ({
  [`_dmarc.${domain}`]: [txt(`v=DMARC1; ${tags}`)],
})

/** A message from these domains; what is named passed SPF or DKIM. */
export function message(from: string, spf = '', ...dkim: string[]): DmarcQuestion {
  return {
    fromDomains: from.split(' '),
    spf: spf === '' ? null : { result: 'pass', domain: spf },
    dkim: dkim.map((domain) => ({ result: 'pass', domain })),
  }
}

/** `pass identical same-organization`: the result, and the alignment of SPF and each signature. */
export function told({ result, evaluation }: DmarcVerdict): string {
  return [result, ...evaluation.identifiers.map(({ alignment }) => alignment)].join(' ')
}

/** The domains whose records were asked for, and other questions as they are. */
export const records = (verdict: DmarcVerdict): string[] =>
  askedFor(verdict.questions).map((name) => name.replace(/^_dmarc\.| TXT$/g, ''))
