/**
 * The digest of a world: one text for all that happened in it. Two worlds with the same digest have
 * the same facts about the same messages; settings that made no difference leave it alone.
 */
import { Digest } from './engine/digest.ts'
import type { WorldRecord } from './facts/record.ts'

type Happened = Pick<WorldRecord, 'facts' | 'messages' | 'names'>

export function digestOf({ facts, messages, names }: Happened): string {
  const digest = new Digest()
  for (let i = 0; i < facts.length; i++) {
    digest.add(facts.at(i))
    digest.add(facts.kind(i))
    for (let lane = 0; lane < 4; lane++) digest.add(facts.lane(i, lane))
  }
  for (const { id, reversePath, recipients, subject, octets } of messages) {
    digest.addText(`${id} ${reversePath} ${recipients.join(' ')} ${subject}`)
    digest.add(octets)
  }
  for (const name of names) digest.addText(name)
  return digest.text()
}

/** One digest for several worlds, in order. */
export function digestOfAll(worlds: readonly (Happened & { readonly id: string })[]): string {
  const digest = new Digest()
  for (const world of worlds) digest.addText(`${world.id} ${digestOf(world)}`)
  return digest.text()
}
