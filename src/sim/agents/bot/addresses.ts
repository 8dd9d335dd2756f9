/** From which of its addresses a bot dials: where it begins, and where it comes back from. */
import { drawBelow, keyOf } from '../../engine/random.ts'
import type { Host } from '../../network/host.ts'
import type { Attempt } from '../../transfer/attempt.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { configOf } from '../config.ts'
import type { BotConfig } from './options.ts'

const FIRST = keyOf('bot-address')
const OTHER = keyOf('bot-other-address')

/**
 * The position of the address, the same whenever it is asked for the same try: nothing but the
 * message, its recipient and the number of the try has a say.
 */
export function addressOfTry(ctx: Context, host: Host, attempt: Attempt, tries: number): number {
  const { length } = host.addresses
  if (length === 1) return host.address
  const { addresses, retry } = configOf<BotConfig>(host)
  const { seed } = ctx.setting
  const { id } = messageAt(ctx, attempt.message)
  const one = keyOf(`${id} ${attempt.outcomes[0]?.recipient ?? 0}`)
  const whose = addresses === 'per-try' ? one : keyOf(id)
  let position = addresses === 'present' ? host.address : drawBelow(seed, FIRST, whose, 0, length)
  if (retry !== 'other-address') return position
  // Any of the others, so never the one that has just been told to wait.
  for (let k = 1; k < tries; k++)
    position = (position + 1 + drawBelow(seed, OTHER, one, k, length - 1)) % length
  return position
}
