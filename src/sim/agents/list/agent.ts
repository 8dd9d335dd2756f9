/**
 * A mailing list (RFC 5321 §3.9.2): what is written to it goes to all its members, in an envelope of
 * its own, so that reports come to the list and not to the author. By default it adds a footer and a
 * tag, as lists do, and so breaks the author's signature; it may then put itself into the From field.
 *
 * Simplified: one message for all members; reports lie in a mailbox, `tea-bounces`, unless the
 * scenario has them passed on; whoever writes may write, membership is not asked for.
 */
import { BOUNCES } from '../../mail/trace-field.ts'
import type { Host } from '../../network/host.ts'
import type { AgentKind } from '../../transfer/agent.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { configOf } from '../config.ts'
import { newServerState } from '../mail-server.ts'
import { partsOf, passingAgent, targetsOf, type Copy } from '../pass-on.ts'
import { LIST_OPTIONS, type ListConfig } from './options.ts'

function copy(ctx: Context, host: Host, message: number, path: string): Copy | null {
  const to = targetsOf(ctx, host, path)
  const one = messageAt(ctx, message)
  const { local, domain } = partsOf(path)
  // Whoever looks after the list may have its reports sent on.
  if (to.length > 0 && local.toLowerCase().endsWith(BOUNCES)) return { to }
  // A report is for whoever looks after the list, and not for its members.
  if (to.length === 0 || one.reversePath === '') return null
  const { listFooter, listTag, listRewritesFrom } = configOf<ListConfig>(host)
  const tag = `[${local}] `
  const footer = `\n_______________________________________________\n${path} mailing list`
  const isTagged = !listTag || one.subject.includes(tag.trim())
  return {
    to,
    reversePath: `${local}${BOUNCES}@${domain}`,
    subject: isTagged ? one.subject : tag + one.subject,
    body: listFooter ? one.body + footer : one.body,
    author: listRewritesFrom ? path : one.author,
    octets: one.octets + (listFooter ? footer.length : 0) + (isTagged ? 0 : tag.length),
  }
}

export const list: AgentKind = {
  kind: 'list',
  title: 'Mailing list',
  options: LIST_OPTIONS,
  ...passingAgent({ copy, takes: (ctx, host, path) => targetsOf(ctx, host, path).length > 0 }),
  create(setup) {
    const passesOn = (setup.passesOn ?? []).map((path) => path.toLowerCase())
    const boxes = passesOn
      .map((path) => ({ box: partsOf(path).local + BOUNCES, domain: partsOf(path).domain }))
      .filter(({ box, domain }) => !passesOn.includes(`${box}@${domain}`))
    return newServerState({
      ...setup,
      mailboxes: [...setup.mailboxes, ...boxes.map(({ box }) => box)],
    })
  },
}
