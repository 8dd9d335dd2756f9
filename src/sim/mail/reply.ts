/**
 * A reply as it happens: a kind from the catalogue and what it speaks of (RFC 5321 §4.2).
 *
 * The tables pass these objects around; text appears only in `renderReply` and `parseReply`.
 */
import { assert } from '../assert.ts'
import { domainOf } from './address.ts'
import { R, REPLIES } from './reply-catalogue.ts'
import type { ReplySpec } from './reply-spec.ts'
import { extensionBit, extensionLines } from './smtp/extensions.ts'

export type { ReplySpec } from './reply-spec.ts'

/** One reply. */
export interface Reply {
  readonly spec: ReplySpec
  /** Recipient, sender, HELO name or DNS zone that the template speaks of; '' if none. */
  readonly about: string
  /** Queue id number for `queued`, extension mask for `ehlo`, 0 otherwise. */
  readonly detail: number
}

/** First digit of a code: 2 done, 3 go on, 4 not now, 5 no (RFC 5321 §4.2.1). */
export type ReplyClass = 2 | 3 | 4 | 5

const PLAIN: readonly Reply[] = REPLIES.map((spec) => ({ spec, about: '', detail: 0 }))

/** A reply of that kind. Without particulars it is a shared constant. */
export function reply(spec: ReplySpec, about = '', detail = 0): Reply {
  if (about === '' && detail === 0) {
    const shared = PLAIN[spec.index]
    if (shared !== undefined) return shared
  }
  return { spec, about, detail }
}

/** The class of a reply. */
export function replyClass(r: Reply): ReplyClass {
  const code = r.spec.code
  return code < 300 ? 2 : code < 400 ? 3 : code < 500 ? 4 : 5
}

/** The status code for logs and reports: what the reply says, else x.0.0 of its class. */
export function statusOf(r: Reply): string {
  return r.spec.enhanced ?? `${replyClass(r) === 3 ? 2 : replyClass(r)}.0.0`
}

/** What rendering has to know of the server that speaks. */
export interface ReplyContext {
  readonly host: string
  /** Text of the client's address literal, for example 203.0.113.7. */
  readonly client: string
  readonly queueId: (n: number) => string
  /** Printed behind SIZE; 0 for no value. */
  readonly sizeLimitOctets: number
}

/** The reply as lines of the wire, without CRLF; several lines as `250-…` (RFC 5321 §4.2.1). */
export function renderReply(r: Reply, ctx: ReplyContext): string[] {
  const { code, enhanced, text } = r.spec
  const body = r.spec.index < 0 ? text : fill(text, r, ctx)
  const texts = body.split('\n')
  if (r.spec === R.ehlo) texts.push(...extensionLines(r.detail, ctx.sizeLimitOctets))
  const last = texts.length - 1
  const status = enhanced === null ? '' : `${enhanced} `
  return texts.map((line, i) => `${code}${i === last ? ' ' : '-'}${status}${line}`)
}

function fill(template: string, r: Reply, ctx: ReplyContext): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'host') return ctx.host
    if (name === 'client') return ctx.client
    if (name === 'about') return r.about
    if (name === 'aboutDomain') return domainOf(r.about)
    assert(name === 'detail', `unknown placeholder ${name}`)
    return ctx.queueId(r.detail)
  })
}

/**
 * Reads the lines of one reply, without CRLF. A text of the catalogue is recognised; any other gets
 * a spec of its own with `index` −1. A multi-line 250 is taken for the answer to EHLO and its
 * extensions go into `detail`. What is not a reply at all becomes 500, as a client gives up on it.
 * A queue id cannot be turned back into its number, so `detail` is 0 for `queued`.
 */
export function parseReply(lines: readonly string[]): Reply {
  const code = Number(/^([2-5]\d\d)(?:[ -]|$)/.exec(lines[0] ?? '')?.[1] ?? '500')
  const bodies = lines.map((line) => (/^[2-5]\d\d(?:[ -]|$)/.test(line) ? line.slice(4) : line))
  const enhanced = enhancedOf(bodies[0] ?? '', code)
  const skip = enhanced === null ? 0 : enhanced.length + 1
  const texts = bodies.map((body) => (enhancedOf(body, code) === null ? body : body.slice(skip)))
  if (code === 250 && enhanced === null && texts.length > 1) {
    let mask = 0
    for (const line of texts.slice(1)) mask |= extensionBit(line)
    return reply(R.ehlo, '', mask)
  }
  return recognise(code, enhanced, texts.join('\n'))
}

/** The enhanced status code at the start of a text; its class must agree (RFC 2034 §4). */
function enhancedOf(text: string, code: number): string | null {
  const match = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(text)
  const enhanced = match?.[1]
  return enhanced !== undefined && enhanced.startsWith(String(code)[0] ?? '') ? enhanced : null
}

function recognise(code: number, enhanced: string | null, text: string): Reply {
  for (const spec of REPLIES) {
    if (spec.code !== code || spec.enhanced !== enhanced || spec === R.ehlo) continue
    const about = matchTemplate(spec.text, text)
    if (about !== null) return reply(spec, about)
  }
  return { spec: { index: -1, name: 'foreign', code, enhanced, text }, about: '', detail: 0 }
}

/** What stands in the place of {about} ('' if the template has none); null when it does not fit. */
function matchTemplate(template: string, text: string): string | null {
  if (!template.includes('{')) return template === text ? '' : null
  const pattern = template
    .split(/(\{\w+\})/)
    .map((part) => PLACEHOLDER[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('')
  const match = new RegExp(`^${pattern}$`).exec(text)
  return match === null ? null : (match.groups?.['about'] ?? '')
}

const PLACEHOLDER: Readonly<Record<string, string>> = {
  // A host name has a dot, so that `250 Accepted` of a foreign server is not taken for HELO's 250.
  '{host}': '[^ ]*\\.[^ ]*',
  '{client}': '[^ ]+',
  '{about}': '(?<about>.*)',
  '{aboutDomain}': '[^ ]*',
  '{detail}': '[^ ]+',
}
