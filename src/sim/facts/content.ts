/**
 * What a message says, as its writer has written it: the header fields of its own and its body. The
 * text that is shown, what is signed and what is checked are all made from this.
 *
 * A message that somebody has passed on as a new one (a list, a forwarder) keeps the date, the
 * Message-ID and the To of the first; subject, author and body are those of the copy, changed or not.
 */
import { present } from '../assert.ts'
import { formatMailDate } from '../mail/date.ts'
import { domainOf } from '../mail/address.ts'
import {
  AUTHENTICATION_RESULTS,
  type MethodResult,
} from '../mail/authentication-results/results.ts'
import { writeAuthenticationResults } from '../mail/authentication-results/write.ts'
import type { HeaderField, MessageContent } from '../mail/dkim/content.ts'
import type { MessageRecord } from './message.ts'

/** What has to be known of a world to write a message out. */
export interface Written {
  readonly messages: readonly MessageRecord[]
  readonly hosts: readonly { readonly name: string }[]
  readonly startsAtEpochMs: number
}

/** The message that this one was first written as: itself, unless it was passed on. */
export function rootOf({ messages }: Pick<Written, 'messages'>, message: number): number {
  let at = message
  for (let origin = messages[at]?.origin ?? -1; origin >= 0; origin = messages[at]?.origin ?? -1)
    at = origin
  return at
}

const NOTHING: readonly HeaderField[] = []

/** A list that puts itself into the From field names the author beside its own address. */
function via(author: string, list: string): string {
  return `"${author} via ${list.slice(0, list.lastIndexOf('@'))}" <${list}>`
}

/** What a forger would like to be believed: that the receiver itself has found all well. */
export function claimedBy(authservId: string, author: string): HeaderField {
  const domain = domainOf(author)
  const passed = (method: string, type: string, name: string, value: string): MethodResult => {
    return { method, result: 'pass', comment: '', reason: '', properties: [{ type, name, value }] }
  }
  const value = writeAuthenticationResults(authservId, [
    passed('spf', 'smtp', 'mailfrom', author),
    passed('dkim', 'header', 'd', domain),
    passed('dmarc', 'header', 'from', domain),
  ])
  return { name: AUTHENTICATION_RESULTS, value }
}

/** RFC 5322 §3.6, in the order in which a mail program writes it; CRLF line ends in the body. */
export function contentOf(world: Written, message: number): MessageContent {
  const one = present(world.messages[message], 'message', message)
  const root = present(world.messages[rootOf(world, message)], 'root of message', message)
  const made = world.startsAtEpochMs + root.sentAt
  const host = present(world.hosts[root.host], 'host').name
  const isVia = one.author !== root.author
  return {
    fields: [
      ...(one.claims === undefined ? NOTHING : [claimedBy(one.claims, one.author)]),
      { name: 'Date', value: formatMailDate(made) },
      { name: 'From', value: isVia ? via(root.author, one.author) : one.author },
      // RFC 5322 §3.6.2: answers go to whoever has written it
      ...(isVia ? [{ name: 'Reply-To', value: root.author }] : NOTHING),
      { name: 'To', value: root.recipients.join(', ') },
      // RFC 5322 §3.6.4
      { name: 'Message-ID', value: `<${made}.${root.id}@${host}>` },
      { name: 'Subject', value: one.subject },
      { name: 'MIME-Version', value: '1.0' },
      { name: 'Content-Type', value: 'text/plain; charset=utf-8' },
    ],
    body: `${one.body.replaceAll('\n', '\r\n')}\r\n`,
  }
}
