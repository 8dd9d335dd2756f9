/** What the name in HELO or EHLO has to be like. */
import type { OptionSpec } from '../options.ts'

export interface HeloOptions {
  readonly heloAction: 'off' | 'score' | 'refuse'
  readonly heloOwnName: boolean
  readonly heloUnknown: boolean
}

export const HELO_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'helo.action',
    key: 'heloAction',
    about: 'What becomes of mail from who introduces itself wrongly: nothing, points, or a no',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'refuse'],
  },
  {
    path: 'helo.own-name',
    key: 'heloOwnName',
    about: 'Whether it counts, too, when a client introduces itself by the name of this server',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'helo.unknown',
    key: 'heloUnknown',
    about: 'Whether it counts, too, when the DNS does not know the name',
    live: true,
    type: 'switch',
    initial: false,
  },
]
