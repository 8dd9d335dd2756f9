/** The options of a host that signs what it sends (RFC 6376), if it has a key. */
import type { OptionSpec } from '../policy/options.ts'

/** Names of keys that a domain may have, one beside the other (RFC 6376 §3.1). */
const SELECTORS = ['s1', 's2', 'laptop', 'list'] as const

/** @param selector that the host signs with unless told other */
export const signOptions = (selector: (typeof SELECTORS)[number]): readonly OptionSpec[] => [
  {
    path: 'sign',
    key: 'signOn',
    about: 'Whether it signs what it sends (DKIM), if it has a key for the domain',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'sign.selector',
    key: 'signSelector',
    about: 'With which of the keys of the domain it signs',
    live: true,
    type: 'choice',
    initial: selector,
    values: SELECTORS,
  },
  {
    path: 'sign.as',
    key: 'signAs',
    about: "Whether it signs for the author's domain, or for its own whoever the author is",
    live: true,
    type: 'choice',
    initial: 'author',
    values: ['author', 'own'],
  },
]
