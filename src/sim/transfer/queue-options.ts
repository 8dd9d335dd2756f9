/** What can be set of a queue: the keys that every host with a queue has in its config. */
import type { LawId, LawOptions } from '../mail/retry/law.ts'
import type { Millis } from '../units.ts'
import type { WindowOptions } from './destinations.ts'

export interface QueueOptions extends LawOptions, WindowOptions {
  readonly queueLaw: LawId
  /** bounce_queue_lifetime: how long a report may wait before it is thrown away. */
  readonly bounceLifetimeMs: Millis
  /** delay_warning_time: age at which the writer is told that it takes long; 0: never. */
  readonly delayWarningMs: Millis
  /** default_process_limit: deliveries under way at one time, to all destinations. */
  readonly processLimit: number
  /** default_destination_recipient_limit: recipients that share one transaction. */
  readonly recipientLimit: number
}
