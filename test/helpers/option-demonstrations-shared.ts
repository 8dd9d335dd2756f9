/** Demonstrations of the options that several kinds of host share, on the stage of each kind. */
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { chainTo, POST_OF, postStage, type Letter, type Post } from './option-stage.ts'
import type { Wanted } from './runs.ts'

export interface Demonstration {
  /** Two values of the option, as written. */
  readonly values: readonly [string, string]
  /** Id of the host whose option it is. */
  readonly host: string
  readonly world: string
  readonly of: ScenarioFile
  readonly wanted: Wanted
  /**
   * What differs: the report's rows without what checks have found, only what they have found, or
   * only what the host has paid or said.
   */
  readonly shows: 'messages' | 'findings' | 'cents' | 'octetsOut'
}

/** By the option's path within its host. */
export type Demonstrations = Readonly<Record<string, Demonstration>>

type Own = Readonly<Record<string, string>>

/** What a demonstration needs besides its two values. */
interface Needs {
  /** Other options of the same host, and of other hosts by their full path. */
  readonly own?: Own
  readonly set?: Own
  readonly letters?: readonly Letter[]
  readonly shows?: Demonstration['shows']
}

type Show = (values: Demonstration['values'], needs?: Needs) => Demonstration

const showOn =
  (post: Post): Show =>
  (values, { own = {}, set = {}, letters, shows } = {}) => {
    const { id: host, road: world } = POST_OF[post]
    const ours = Object.entries(own).map(([path, value]) => [`${host}.${path}`, value] as const)
    const wanted = { set: { ...Object.fromEntries(ours), ...set } }
    return { values, host, world, of: postStage(post, letters), wanted, shows: shows ?? 'messages' }
  }

/** Bob's exchanger is away for so long. */
const away = (seconds: string): Own => ({ 'mx.outage.lasts': seconds })

/** What the laws read. A mail program chooses its law by an option of another name. */
export function retryDemonstrations(post: Post): Demonstrations {
  const show = showOn(post)
  const law = (name: string): Own => ({ [post === 'mua' ? 'retry' : 'queue.law']: name })
  const set = away('10800')
  return {
    'queue.run-delay': show(['300', '60'], { own: law('postfix'), set }),
    'queue.min-backoff': show(['300', '1200'], { own: law('postfix'), set }),
    'queue.max-backoff': show(['4000', '600'], { own: law('postfix'), set }),
    'queue.runner': show(['1800', '600'], { own: law('sendmail'), set }),
    'queue.fixed': show(['900', '60'], { own: law('fixed'), set }),
    'queue.lifetime': show(['432000', '200'], { own: law('postfix'), set }),
  }
}

const EIGHT: readonly Letter[] = Array.from({ length: 8 }, () => ({}))

/** Of a server's queue. */
export function queueDemonstrations(post: Exclude<Post, 'mua'>): Demonstrations {
  const show = showOn(post)
  return {
    ...retryDemonstrations(post),
    'queue.law': show(['postfix', 'fixed'], { set: away('10800') }),
    // The report goes to a domain that is not there.
    'queue.bounce-lifetime': show(['432000', '0'], {
      letters: [{ from: 'ann@away.example', to: ['ghost@college.example'] }],
    }),
    'queue.delay-warning': show(['0', '600'], { set: away('3600') }),
    'queue.concurrency': show(['5', '1'], { letters: EIGHT }),
    'queue.concurrency-limit': show(['20', '1'], { letters: EIGHT }),
    'queue.processes': show(['100', '1'], { letters: EIGHT }),
    'queue.recipients': show(['50', '1'], {
      own: { 'queue.processes': '1' },
      letters: [{ to: ['bob@college.example', 'dana@college.example'] }],
    }),
    'queue.pool': show(['present', 'per-try'], { set: { 'mx.greylist.on': 'on' } }),
  }
}

const DOZEN: readonly Letter[] = Array.from({ length: 12 }, () => ({ octets: 1500 }))

/** Of a line to everywhere but the house. */
export function lineDemonstrations(post: Post): Demonstrations {
  const show = showOn(post)
  const calls = { 'line.kind': 'calls', 'line.first': '3600' }
  const onDemand = { 'line.kind': 'on-demand' }
  return {
    'line.kind': show(['always', 'on-demand']),
    'line.first': show(['3600', '7200'], { own: { 'line.kind': 'calls' } }),
    'line.every': show(['7200', '14400'], { own: calls, letters: [{ at: '2 h' }] }),
    'line.dial': show(['30', '60'], { own: onDemand }),
    'line.idle': show(['10', '600'], { own: onDemand, letters: [{}, { at: '300 s' }] }),
    'line.longest': show(['7200', '30'], {
      own: { ...onDemand, 'line.speed': '240' },
      letters: DOZEN,
    }),
    'line.speed': show(['0', '240']),
    // Money changes nobody's letter.
    'line.price': show(['0', '30'], { own: onDemand, shows: 'cents' }),
  }
}

/** Of a host that is away at times, and that the laptop knocks at until it is back. */
export function outageDemonstrations(post: Exclude<Post, 'mua'>): Demonstrations {
  const show = showOn(post)
  const lasts = { 'outage.lasts': '100' }
  return {
    'outage.from': show(['0', '1000'], { own: lasts }),
    'outage.lasts': show(['0', '100']),
    'outage.kind': show(['refused', 'unreachable'], { own: lasts }),
  }
}

/** What a server takes. */
export function serverDemonstrations(post: Exclude<Post, 'mua'>): Demonstrations {
  const host = post === 'mx' ? 'mx' : POST_OF[post].id
  return {
    'size-limit': showOn(post)(['10240000', '100']),
    'hop-limit': {
      values: ['50', '2'],
      host,
      world: 'direct',
      of: chainTo(post),
      wanted: {},
      shows: 'messages',
    },
  }
}
