/**
 * Asking the DNS and keeping a note of every question: what the checks have in common that look
 * something up (block lists, iprev, DMARC). How long an answer takes is the caller's business, who
 * can put the same questions to itself again once it has the answers.
 */
import type { DnsAnswer, DnsAnswerCode } from './answer.ts'
import type { RecordType } from './record.ts'

/** Answers one question at once, usually out of a cache. Never throws. */
export type Ask = (name: string, type: RecordType) => DnsAnswer

/** One question that was asked, and how it ended; `count` is the number of records. */
export interface Question {
  readonly name: string
  readonly type: RecordType
  readonly rcode: DnsAnswerCode
  readonly count: number
}

/** Whom to ask, and the questions so far, in order. */
export interface Asking {
  readonly resolve: Ask
  readonly questions: Question[]
}

/** Asks, and writes the question down. */
export function ask(asking: Asking, name: string, type: RecordType): DnsAnswer {
  const answer = asking.resolve(name, type)
  asking.questions.push({ name, type, rcode: answer.rcode, count: answer.records.length })
  return answer
}

/** `v=DMARC1; …`: a TXT record's strings make one text; nothing stands between them. */
export function textsOf({ records }: DnsAnswer): readonly string[] {
  const texts: string[] = []
  for (const record of records) if (record.type === 'TXT') texts.push(record.strings.join(''))
  return texts
}
