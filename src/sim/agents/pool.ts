/**
 * From which of its addresses a host dials. Large providers send from a pool, and may come back from
 * another address than the one that was told to wait (RFC 6647 §4.1 knows them as trouble).
 *
 * Simplified: a pool is for dialling only; who dials the host finds it at its present address.
 */
import { drawBelow, keyOf } from '../engine/random.ts'
import type { Host } from '../network/host.ts'
import type { OptionSpec } from '../policy/options.ts'
import type { Attempt } from '../transfer/attempt.ts'
import { messageAt, type Context } from '../transfer/context.ts'

/** `present`: the one address that it has now; `per-message`, `per-try`: one of all, drawn. */
export type Pool = 'present' | 'per-message' | 'per-try'

/** The values of an option that chooses a pool. */
export const POOLS: readonly Pool[] = ['present', 'per-message', 'per-try']

/** The option of a server's queue. */
export const POOL_OPTION: OptionSpec = {
  path: 'queue.pool',
  key: 'queuePool',
  about: 'From which of its addresses it sends: one for all, one for each message, or for each try',
  live: true,
  type: 'choice',
  initial: 'present',
  values: POOLS,
}

const FROM_POOL = keyOf('address-pool')

/** The address of a server's delivery: keyed by the message, so other mail moves nobody's luck. */
export function addressFromPool(ctx: Context, host: Host, attempt: Attempt): number {
  const pool = host.config['queuePool']
  const { length } = host.addresses
  // A request for mail is about no message, and a turned connection was opened by the other side.
  const isOurs = attempt.message >= 0 && attempt.aim !== 'turned'
  if (pool === 'present' || length === 1 || !isOurs) return host.address
  const { id } = messageAt(ctx, attempt.message)
  const [entity, k] = pool === 'per-try' ? [`${id} ${attempt.domain}`, attempt.startedAt] : [id, 0]
  return drawBelow(ctx.setting.seed, FROM_POOL, keyOf(entity), k, length)
}
