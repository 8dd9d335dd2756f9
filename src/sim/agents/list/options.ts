/** The options of a mailing list; the defaults are what most lists do: a footer and a tag. */
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'
import { signOptions } from '../sign-options.ts'

export interface ListConfig extends QueueOptions {
  readonly listFooter: boolean
  readonly listTag: boolean
  readonly listRewritesFrom: boolean
  readonly sizeLimitOctets: number
  readonly hopLimit: number
}

export const LIST_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'footer',
    key: 'listFooter',
    about: 'Whether it puts a few lines about itself under every letter',
    live: true,
    type: 'switch',
    initial: true,
  },
  {
    path: 'subject-tag',
    key: 'listTag',
    about: 'Whether it puts its name in front of every subject',
    live: true,
    type: 'switch',
    initial: true,
  },
  {
    path: 'rewrite-from',
    key: 'listRewritesFrom',
    about: 'Whether letters come from the list ("Alice via the list") instead of from their author',
    live: true,
    type: 'switch',
    initial: false,
  },
  ...signOptions('list'),
  ...QUEUE_OPTIONS,
  SIZE_OPTION,
  HOP_OPTION,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
