/** The options of a mail program: its road, and the three switches that make it a mail server. */
import { LAW_IDS, type LawId, type LawOptions } from '../../mail/retry/law.ts'
import type { OptionSpec } from '../../policy/options.ts'
import { days, type Millis } from '../../units.ts'
import { LINE_OPTIONS, OUTBOX_OPTION, PORT_25_OPTION, RETRY_OPTIONS } from '../config.ts'
import { signOptions } from '../sign-options.ts'

export interface MuaConfig extends LawOptions {
  readonly road: 'direct' | 'relayed'
  readonly retry: 'never' | 'outbox' | 'alice' | LawId
  readonly outboxRetryMs: Millis
  readonly alwaysOn: boolean
  readonly sameAddress: boolean
  readonly moves: 'when-it-sleeps' | 'with-each-try'
}

export const MUA_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'road',
    key: 'road',
    about: "Straight to the recipient's server, or through the submission server",
    live: false,
    type: 'choice',
    initial: 'relayed',
    values: ['direct', 'relayed'],
  },
  {
    path: 'retry',
    key: 'retry',
    about: 'What the mail program does after a failure',
    live: true,
    type: 'choice',
    initial: 'outbox',
    values: ['never', 'outbox', 'alice', ...LAW_IDS],
  },
  {
    path: 'always-on',
    key: 'alwaysOn',
    about: 'Stays awake when the lid is closed',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'same-address',
    key: 'sameAddress',
    about: 'Keeps its address when it wakes, rather than getting another one',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'moves',
    key: 'moves',
    about: 'When it gets another address, unless it keeps its own: on waking, or before each try',
    live: true,
    type: 'choice',
    initial: 'when-it-sleeps',
    values: ['when-it-sleeps', 'with-each-try'],
  },
  {
    path: 'lid.closes',
    key: 'lidClosesMs',
    about: 'When the lid is closed',
    live: false,
    type: 'duration',
    unit: 's',
    initial: 0,
    range: [0, days(14)],
  },
  {
    path: 'lid.stays-closed',
    key: 'lidStaysClosedMs',
    about: 'For how long the lid stays closed; 0: it stays open',
    live: false,
    type: 'duration',
    unit: 's',
    initial: 0,
    range: [0, days(14)],
  },
  OUTBOX_OPTION,
  ...signOptions('laptop'),
  ...RETRY_OPTIONS,
  PORT_25_OPTION,
  ...LINE_OPTIONS,
]
