/** The options of a queue: its retry law, how long it is patient, and how much it does at a time. */
import { LAW_DEFAULTS, LAW_IDS } from '../mail/retry/law.ts'
import type { OptionSpec } from '../policy/options.ts'
import { days, minutes, seconds, type Millis } from '../units.ts'
import { POOL_OPTION } from './pool.ts'

const duration = (
  path: string,
  key: string,
  about: string,
  initial: Millis,
  range: readonly [Millis, Millis],
): OptionSpec => ({ path, key, about, live: true, type: 'duration', unit: 's', initial, range })

const count = (
  path: string,
  key: string,
  about: string,
  { unit, initial, range }: { unit: string; initial: number; range: readonly [number, number] },
): OptionSpec => ({ path, key, about, live: true, type: 'count', unit, initial, range })

/** Which program's rule a queue follows. A mail program has its own choice instead. */
const LAW_OPTION: OptionSpec = {
  path: 'queue.law',
  key: 'queueLaw',
  about: "Whose rule says when to try again: that of a real mail server's",
  live: true,
  type: 'choice',
  initial: 'postfix',
  values: LAW_IDS,
}

/** What the laws read; the defaults are the programs' own. */
export const RETRY_OPTIONS: readonly OptionSpec[] = [
  duration(
    'queue.run-delay',
    'queueRunDelayMs',
    'Postfix: time between two scans of the deferred queue',
    LAW_DEFAULTS.queueRunDelayMs,
    [seconds(1), seconds(3600)],
  ),
  duration(
    'queue.min-backoff',
    'minBackoffMs',
    'Postfix: shortest wait before the next try, and how long a dead server is left alone',
    LAW_DEFAULTS.minBackoffMs,
    [seconds(1), seconds(14_400)],
  ),
  duration(
    'queue.max-backoff',
    'maxBackoffMs',
    'Postfix: longest wait before the next try',
    LAW_DEFAULTS.maxBackoffMs,
    [seconds(1), days(1)],
  ),
  duration(
    'queue.runner',
    'queueRunnerMs',
    'Exim and Sendmail: time between two queue runners',
    LAW_DEFAULTS.queueRunnerMs,
    [seconds(1), seconds(14_400)],
  ),
  duration(
    'queue.fixed',
    'fixedRetryMs',
    'Fixed gap: the wait before every try',
    LAW_DEFAULTS.fixedRetryMs,
    [seconds(1), days(1)],
  ),
  duration(
    'queue.lifetime',
    'lifetimeMs',
    'How long a message may wait before it is returned',
    LAW_DEFAULTS.lifetimeMs,
    [0, days(14)],
  ),
]

/** Every option of a mail server's queue; the defaults are Postfix's (its mail_params.h). */
export const QUEUE_OPTIONS: readonly OptionSpec[] = [
  LAW_OPTION,
  ...RETRY_OPTIONS,
  duration(
    'queue.bounce-lifetime',
    'bounceLifetimeMs',
    'How long a failure report may wait before it is thrown away',
    days(5),
    [0, days(14)],
  ),
  duration(
    'queue.delay-warning',
    'delayWarningMs',
    'Age at which the writer is told that it takes long; 0: never',
    0,
    [0, days(14)],
  ),
  count('queue.concurrency', 'concurrencyInitial', 'Deliveries to one destination, to begin with', {
    unit: 'deliveries',
    initial: 5,
    range: [1, 100],
  }),
  count('queue.concurrency-limit', 'concurrencyLimit', 'Deliveries to one destination, at most', {
    unit: 'deliveries',
    initial: 20,
    range: [1, 1000],
  }),
  count('queue.processes', 'processLimit', 'Deliveries to all destinations together, at most', {
    unit: 'deliveries',
    initial: 100,
    range: [1, 10_000],
  }),
  count('queue.recipients', 'recipientLimit', 'Recipients that share one delivery, at most', {
    unit: 'recipients',
    initial: 50,
    range: [1, 1000],
  }),
  POOL_OPTION,
]

/** How often a mail program's outbox tries while the laptop is awake: a common program's habit. */
export const OUTBOX_OPTION: OptionSpec = duration(
  'outbox.every',
  'outboxRetryMs',
  'Outbox: how often it tries while the laptop is awake',
  minutes(1),
  [seconds(10), days(1)],
)
