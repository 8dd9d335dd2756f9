/** What a client's reverse name has to be like. */
import type { OptionSpec } from '../options.ts'

export const REVERSE_DNS_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'reverse-dns.action',
    key: 'reverseDnsAction',
    about:
      'Whether a client has to have a name in the DNS, and one that leads back: ' +
      'points if not, come back later (a name, or a confirmed one), or a final no (strict)',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'needs-name', 'needs-confirmed', 'strict'],
  },
]
