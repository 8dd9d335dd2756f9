/** What is written on things that travel, and on what came back last. */
import type { Decision } from '../../../sim/facts/fact.ts'
import { decisionLabel, decisionStatus } from '../../../sim/facts/attempts.ts'
import type { Flight } from '../../../sim/facts/flights.ts'
import type { MessageRecord } from '../../../sim/facts/message.ts'
import type { ReplyClass } from '../../../sim/mail/reply.ts'
import type { HostSpec, Level, Words } from '../../../sim/scenarios/scenario.ts'
import {
  ACCEPT_WORDS,
  ANSWER_WORDS,
  ASKED_WORDS,
  levelled,
  NETWORK_WORDS,
  QUERY_WORDS,
  REFUSAL_WORDS,
  REPLY_WORDS,
  SHORT,
  SYN_WORDS,
  VERB_WORDS,
} from './words.ts'

/** `not now 450 4.2.0` in everyday words, `450 4.2.0` in the others'. */
function replyLabel(reply: string, replyClass: ReplyClass, level: Level): string {
  return `${levelled(REPLY_WORDS[replyClass], level)} ${reply}`.trim()
}

export function flightLabel(flight: Flight, level: Level): string {
  switch (flight.carries) {
    case 'syn':
      return levelled(SYN_WORDS, level)
    case 'accept':
      return levelled(ACCEPT_WORDS, level)
    case 'refusal':
      return levelled(REFUSAL_WORDS, level)
    case 'reply':
      return flight.class === null ? flight.label : replyLabel(flight.label, flight.class, level)
    case 'command':
      return level === 'everyday' ? (VERB_WORDS[flight.label] ?? flight.label) : flight.label
    case 'query':
      return level === 'protocol' ? flight.label : levelled(queryWords(flight.label), level)
    case 'answer':
      return level === 'protocol' ? flight.label : levelled(ANSWER_WORDS, level)
    case 'content':
      return ''
  }
}

/** A list in the DNS is asked for an address written backwards, in its zone (RFC 5782 §2.1). */
const IN_A_LIST = /^(A|TXT) (\d+\.){4}/

/** @param label type and name of the record that is asked for */
function queryWords(label: string): Words {
  if (IN_A_LIST.test(label)) return ASKED_WORDS['list'] ?? QUERY_WORDS
  return ASKED_WORDS[label.split(' ')[0] ?? ''] ?? QUERY_WORDS
}

/** What came of an attempt, as it is written where the attempt ended. */
export function decisionText(decision: Decision, level: Level): string {
  const label = decisionLabel(decision)
  if (decision.by === 'reply') return replyLabel(label, classOf(decision), level)
  return levelled(NETWORK_WORDS[decision.result], level) || label
}

/** The class that an attempt's result has for whoever waits for it. */
export function classOf(decision: Decision): ReplyClass {
  const digit = Number(decisionStatus(decision).slice(0, 1))
  return digit === 5 ? 5 : digit === 4 ? 4 : 2
}

/** What a host is called in a sentence: by its role, or by its label if it is not the first of it. */
export function shortName(hosts: readonly HostSpec[], index: number, level: Level): string {
  const host = hosts[index]
  if (host === undefined) return ''
  const isFirst = hosts.findIndex(({ kind }) => kind === host.kind) === index
  return (isFirst ? levelled(SHORT[host.kind], level) : '') || host.label[level]
}

/** How many some crowds are, in a word. */
const NUMBER_WORDS: Readonly<Record<number, string>> = { 20: 'twenty' }

/** Whether a crowd's label says already how many it is: `23 other post offices`, `a and 19 others`. */
export function saysHowMany(label: string, many: number): boolean {
  const text = ` ${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')} `
  const ways = [String(many), `${many - 1} others`, NUMBER_WORDS[many] ?? String(many)]
  return ways.some((way) => text.includes(` ${way} `))
}

/** `bob@college.example` → `Bob`. */
export function personOf(address: string): string {
  const local = address.split('@')[0] ?? ''
  return local.slice(0, 1).toUpperCase() + local.slice(1)
}

/** Whose message it is, on its face. */
export function initialOf(message: MessageRecord | undefined): string {
  return message === undefined ? '' : personOf(message.author).slice(0, 1)
}
