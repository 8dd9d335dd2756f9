/** The options of DMARC. */
import type { OptionSpec } from '../options.ts'

export interface DmarcOptions {
  readonly dmarc: 'off' | 'note' | 'score' | 'apply'
  readonly dmarcTemperror: 'accept' | 'defer'
}

export const DMARC_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'dmarc',
    key: 'dmarc',
    about: "Whether the wish of the author's domain (DMARC) is written down, counts, or is done",
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'note', 'score', 'apply'],
  },
  {
    path: 'dmarc.temperror',
    key: 'dmarcTemperror',
    about: 'Whether mail is put off when the DNS gives no answer about DMARC',
    live: true,
    type: 'choice',
    initial: 'accept',
    values: ['accept', 'defer'],
  },
]
