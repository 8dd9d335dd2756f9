/**
 * The lines that Postfix writes into a mail log, as patterns of our own after its sources and
 * recorded logs, and the life of a queue id through them.
 */
const ID = '[0-9A-F]{11,16}'
const CLIENT = String.raw`[\w.-]+\[\d+\.\d+\.\d+\.\d+\]`
const DELAYS = String.raw`delay=[\d.]+, delays=[\d.]+/[\d.]+/[\d.]+/[\d.]+`
const COUNTS = String.raw`(\w+=\d+(/\d+)? )*commands=\d+(/\d+)?`
const HELLO = String.raw`proto=E?SMTP( helo=<\S+>)?`
const WHERE = String.raw`(CONNECT|EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|END-OF-MESSAGE|RSET|ETRN|ATRN)`
const DOING = String.raw`(receiving the initial server greeting|performing the (EHLO|HELO) handshake|sending (MAIL FROM|RCPT TO|DATA command|end of data -- message may be sent more than once|RSET|QUIT|STARTTLS|AUTH))`
const SAID = String.raw`host ${CLIENT} said: [45]\d\d .+ \(in reply to (MAIL FROM|RCPT TO|DATA|end of DATA) command\)`
const TALKED = String.raw`host ${CLIENT} refused to talk to me: [45]\d\d .+`
// A greeting's 5yz is never final, and ours has no enhanced status code.
const REFUSED = String.raw`host ${CLIENT} refused to talk to me: 5\d\d 5\.\d+\.\d+ .+`
const BROKE = String.raw`(lost connection with ${CLIENT}|conversation with ${CLIENT} timed out) while ${DOING}`
const CONNECT = String.raw`connect to ${CLIENT}:(25|366): Connection (refused|timed out)`
const NAMES = String.raw`Host or domain name not found\. Name service error for name=\S+ type=(MX|A): Host (not found(, try again)?|found but no data record of requested type)`
const ROUTED = String.raw`mail for \S+ loops back to myself|Domain \S+ does not accept mail \(nullMX\)`
const SENT = String.raw`250 2\.0\.0 Ok: queued as ${ID}`
const TROUBLE = `${SAID}|${TALKED}|${BROKE}|${CONNECT}|${NAMES}`

const to = (relay: string): string => String.raw`${ID}: to=<\S+>, relay=${relay}, ${DELAYS}, `

/** By daemon. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  smtpd: [
    `connect from ${CLIENT}`,
    `disconnect from ${CLIENT} ${COUNTS}`,
    `(lost connection|timeout|too many errors) after ${WHERE} from ${CLIENT}`,
    `${ID}: client=${CLIENT}(, sasl_method=PLAIN, sasl_username=\\S+)?`,
    String.raw`(NOQUEUE|${ID}): reject: RCPT from ${CLIENT}: [45]\d\d [45]\.\d+\.\d+ .+; from=<\S*> to=<\S+> ${HELLO}`,
    String.raw`NOQUEUE: reject: (CONNECT|EHLO|HELO|MAIL|DATA|END-OF-MESSAGE) from ${CLIENT}: [45]\d\d .+; (from=<\S*> )?(to=<\S+> )?${HELLO}`,
    String.raw`warning: ${CLIENT}: SASL PLAIN authentication failed: authentication failure`,
    String.raw`warning: reject: ETRN \S+\.\.\. from ${CLIENT}`,
    String.raw`warning: (Connection (rate|concurrency)|Message delivery request rate) limit exceeded: \d+ from ${CLIENT} for service smtp`,
  ],
  pickup: [String.raw`${ID}: uid=1000 from=<\S*>`],
  cleanup: [
    `${ID}: message-id=<\\S+@\\S+>`,
    String.raw`NOQUEUE: milter-reject: END-OF-MESSAGE from ${CLIENT}: [45]\.\d+\.\d+ .+; from=<\S*> (to=<\S+> )?${HELLO}`,
  ],
  qmgr: [
    String.raw`${ID}: from=<\S*>, size=\d+, nrcpt=\d+ \(queue active\)`,
    `${ID}: removed`,
    String.raw`${ID}: from=<\S*>, status=expired, returned to sender`,
  ],
  smtp: [
    CONNECT,
    `${ID}: (${SAID}|${TALKED}|${BROKE})`,
    String.raw`${to(String.raw`\S+\[\S+\]:(25|366)`)}dsn=2\.\d+\.\d+, status=sent \(${SENT}\)`,
    String.raw`${to(String.raw`\S+\[\S+\]:(25|366)`)}dsn=4\.\d+\.\d+, status=deferred \((${SAID}|${TALKED}|${BROKE})\)`,
    String.raw`${to(String.raw`\S+\[\S+\]:(25|366)`)}dsn=5\.\d+\.\d+, status=bounced \((${SAID}|${REFUSED})\)`,
    String.raw`${to('none')}dsn=4\.4\.1, status=deferred \(${CONNECT}\)`,
    String.raw`${to('none')}dsn=4\.4\.3, status=deferred \(${NAMES}\)`,
    String.raw`${to('none')}dsn=5\.(4\.[46]|1\.10), status=bounced \((${NAMES}|${ROUTED})\)`,
    // The host itself went away while it asked the DNS.
    String.raw`${to('none')}dsn=4\.4\.2, status=deferred \(lost connection\)`,
  ],
  error: [
    String.raw`${to('none')}dsn=4\.\d+\.\d+, status=deferred \(delivery temporarily suspended: (${TROUBLE})\)`,
    String.raw`${to('none')}dsn=4\.0\.0, status=deferred \(retry time not reached for any host\)`,
    String.raw`${to('none')}dsn=4\.3\.2, status=deferred \(deferred transport\)`,
  ],
  virtual: [
    String.raw`${to('virtual')}dsn=2\.0\.0, status=sent \(delivered to maildir\)`,
    String.raw`${to('virtual')}dsn=5\.1\.1, status=bounced \(unknown user: "\S+"\)`,
  ],
  local: [
    String.raw`${to('local')}dsn=2\.0\.0, status=sent \(forwarded as ${ID}\)`,
    String.raw`${to('local')}dsn=5\.4\.6, status=bounced \(mail forwarding loop for \S+\)`,
  ],
  bounce: [`${ID}: sender (non-delivery|delay) notification: ${ID}`],
}

const COMPILED = Object.fromEntries(
  Object.entries(SHAPES).map(([daemon, list]) => [
    daemon,
    list.map((shape) => new RegExp(`^(${shape})$`)),
  ]),
)

const PREFIX = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\w+) postfix\/(\w+)\[\d+\]: (.*)$/

/** Lines that no pattern fits. */
export function misshapen(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const [, , daemon = '', text = ''] = PREFIX.exec(line) ?? []
    return !(COMPILED[daemon] ?? []).some((shape) => shape.test(text))
  })
}

interface Life {
  /** What has been seen, in order: `client`, `id`, `active`, `removed`. */
  readonly seen: string[]
  nrcpt: number
  /** Recipients of this pass that a line has told of. */
  readonly told: Set<string>
  readonly waiting: Set<string>
  isExpired: boolean
}

/** What is wrong with the queue ids of all hosts; empty when each has lived a whole life. */
export function brokenLives(lines: readonly string[]): string[] {
  const lives = new Map<string, Life>()
  const wrong: string[] = []
  const allIds = new Set<string>()
  for (const line of lines) {
    const [, host = '', daemon = '', text = ''] = PREFIX.exec(line) ?? []
    const [, id, rest = ''] = new RegExp(`^(${ID}): (.*)$`).exec(text) ?? []
    if (id === undefined) continue
    const key = `${host} ${id}`
    const life: Life = lives.get(key) ?? {
      seen: [],
      nrcpt: 0,
      told: new Set(),
      waiting: new Set(),
      isExpired: false,
    }
    lives.set(key, life)
    allIds.add(id)
    const complaint = step(life, daemon, rest, allIds)
    if (complaint !== '') wrong.push(`${complaint}: ${line}`)
  }
  for (const line of lines) {
    const [, id] = new RegExp(`queued as (${ID})\\)$`).exec(line) ?? []
    if (id !== undefined && !allIds.has(id)) wrong.push(`queued under an id nobody has: ${line}`)
  }
  return wrong
}

function step(life: Life, daemon: string, text: string, ids: ReadonlySet<string>): string {
  const { seen } = life
  if (seen.includes('removed')) return 'a line after the end'
  if (text.startsWith('client=') || daemon === 'pickup') {
    if (seen.length > 0) return 'a client behind the beginning'
    seen.push('client')
    return ''
  }
  if (daemon === 'cleanup') {
    if (seen.includes('id')) return 'a second message-id'
    seen.push('id')
    return ''
  }
  if (daemon === 'smtpd') return seen.includes('client') ? '' : 'a session without a beginning'
  if (!seen.includes('id')) return 'no cleanup before'
  if (text.endsWith('(queue active)')) return activated(life, text)
  if (!seen.includes('active')) return 'no queue manager before'
  if (text.startsWith('to=')) return delivered(life, text)
  if (daemon === 'bounce') {
    const about = /notification: (\S+)$/.exec(text)?.[1] ?? ''
    return ids.has(about) ? '' : 'a report that is in no queue'
  }
  if (text.includes('status=expired')) life.isExpired = true
  else if (text === 'removed') return removed(life)
  return ''
}

function activated(life: Life, text: string): string {
  const before = life.seen.includes('active') && life.told.size !== life.nrcpt
  life.seen.push('active')
  life.nrcpt = Number(/nrcpt=(\d+)/.exec(text)?.[1])
  const unlike = life.waiting.size > 0 && life.waiting.size !== life.nrcpt
  life.told.clear()
  life.waiting.clear()
  return before ? 'a pass that left somebody out' : unlike ? 'another number than waits' : ''
}

function delivered(life: Life, text: string): string {
  const [, who = '', status = ''] = /^to=<([^>]*)>.*, status=(\w+) /.exec(text) ?? []
  if (life.told.has(who)) return 'told twice'
  life.told.add(who)
  if (status === 'deferred') life.waiting.add(who)
  return sums(text) ? '' : 'delays that do not add up'
}

function removed(life: Life): string {
  life.seen.push('removed')
  if (life.told.size !== life.nrcpt) return 'removed before all were tried'
  return life.waiting.size > 0 && !life.isExpired ? 'removed while somebody waits' : ''
}

/** Each part is rounded to two digits by itself. */
function sums(text: string): boolean {
  const [, whole = '', list = ''] = /delay=([\d.]+), delays=([\d./]+)/.exec(text) ?? []
  const parts = list.split('/').map(Number)
  const sum = parts.reduce((a, b) => a + b, 0)
  return Math.abs(sum - Number(whole)) <= 0.03 + 0.06 * Number(whole)
}

/** Sessions that a host's log closes without having opened them, and those that it leaves open. */
export function unbalanced(lines: readonly string[]): { closed: string[]; open: string[] } {
  const open = new Map<string, number>()
  const wrong: string[] = []
  for (const line of lines) {
    const [, host = '', daemon = '', text = ''] = PREFIX.exec(line) ?? []
    const [, how, peer = ''] = /^(connect|disconnect) from (\S+)/.exec(text) ?? []
    if (daemon !== 'smtpd' || how === undefined) continue
    const key = `${host} ${peer}`
    const count = (open.get(key) ?? 0) + (how === 'connect' ? 1 : -1)
    if (count < 0) wrong.push(line)
    open.set(key, Math.max(0, count))
  }
  return { closed: wrong, open: [...open].flatMap(([key, n]) => (n > 0 ? [key] : [])) }
}
