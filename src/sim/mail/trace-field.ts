/**
 * The fields that servers put on top of a message on its way (RFC 5321 §4.4), in Postfix's shape.
 * All functions give the lines of one field without CRLF, folded lines with their tab. Dates come
 * as text (`formatMailDate`).
 */

/** How a message came in (RFC 3848 §2). */
export type WithProtocol = 'SMTP' | 'ESMTP' | 'ESMTPA' | 'ESMTPS' | 'ESMTPSA'

/** The `with` keyword of a session. */
export function withProtocol(esmtp: boolean, tls: boolean, authenticated: boolean): WithProtocol {
  if (!esmtp) return 'SMTP'
  if (tls) return authenticated ? 'ESMTPSA' : 'ESMTPS'
  return authenticated ? 'ESMTPA' : 'ESMTP'
}

/** What a Received field tells. */
export interface ReceivedTrace {
  /** The name the client gave itself; anybody may say anything here. */
  readonly heloName: string
  /** Its name by reverse DNS, confirmed forwards; '' when there is none and it is `unknown`. */
  readonly clientName: string
  readonly clientAddress: string
  readonly byHost: string
  readonly protocol: WithProtocol
  readonly queueId: string
  /** Who logged in; '' if nobody. */
  readonly user: string
  /** All of the transaction; named only when there is one (RFC 5321 §7.6). */
  readonly recipients: readonly string[]
  readonly date: string
}

/** The Received field of a message that came by SMTP. */
export function receivedField(t: ReceivedTrace): string[] {
  const name = t.clientName === '' ? 'unknown' : t.clientName
  const lines = [`Received: from ${t.heloName} (${name} [${t.clientAddress}])`]
  if (t.user !== '') lines.push(`\t(Authenticated sender: ${t.user})`)
  const by = `\tby ${t.byHost} (Postfix) with ${t.protocol} id ${t.queueId}`
  const [only, ...others] = t.recipients
  if (only === undefined || others.length > 0) lines.push(`${by};`, `\t${t.date}`)
  else lines.push(by, `\tfor <${only}>; ${t.date}`)
  return lines
}

/** The Received field of a message that the server wrote itself, such as a report. */
export function locallyMadeField(byHost: string, queueId: string, date: string): string[] {
  return [`Received: by ${byHost} (Postfix)`, `\tid ${queueId}; ${date}`]
}

/** Put on by the last server only; `<>` on a report (RFC 5321 §4.4). */
export function returnPathField(reversePath: string): string[] {
  return [`Return-Path: <${reversePath}>`]
}

/** What Postfix's virtual(8) adds below it when it puts a message into a mailbox. */
export function mailboxFields(recipient: string): string[][] {
  return [[`X-Original-To: ${recipient}`], [`Delivered-To: ${recipient}`]]
}

/** What postgrey adds when a message comes through after having waited. `delay` in seconds. */
export function greylistField(delaySeconds: number, host: string, date: string): string[] {
  return [`X-Greylist: delayed ${delaySeconds} seconds by postgrey-1.37 at ${host}; ${date}`]
}

/** Where reports about letters of a list go, as with Mailman: `tea-bounces`. */
export const BOUNCES = '-bounces'

/**
 * By which a reader's program knows letters of a list and how to answer to it (RFC 2919 §3,
 * RFC 2369 §3.4); nothing on what only goes on to whoever looks after the list.
 * @param address of the list
 */
export function listFields(address: string): string[][] {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (local.toLowerCase().endsWith(BOUNCES)) return []
  return [[`List-Id: <${local}.${address.slice(at + 1)}>`], [`List-Post: <mailto:${address}>`]]
}
