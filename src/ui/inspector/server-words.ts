/** What the steps from a laptop to a mail server say. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'
import type { StepId } from './server-steps.ts'

export const SERVER_STEPS: Readonly<Record<StepId, Words>> = {
  retries: words(
    'It tries again by itself, for days',
    "It tries again by a mail server's rule",
    'It queues and retries (RFC 5321 §4.5.4.1)',
  ),
  'always-on': words('It never sleeps', 'It is always on', 'It is always on'),
  'same-address': words(
    'It stays at one address',
    'It keeps its IP address',
    'It keeps its IP address',
  ),
}

export const SERVER = {
  title: words(
    'What would make a post office of it',
    'What would make a mail server of it',
    'What would make an MTA of it',
  ),
  missing: (n: number): Words => {
    const steps = n === 1 ? 'One step is' : n === 2 ? 'Two steps are' : 'Three steps are'
    return words(
      `${steps} missing. Switch it, and see what changes on the straight road.`,
      `${steps} missing on the direct road.`,
    )
  },
  complete: words(
    'It tries again like a mail server, never sleeps and stays at one address: this laptop is a ' +
      "post office of its own. What it still lacks: a mailbox for letters that come back (that is at Alice's provider).",
    'It tries again like a mail server, never sleeps and stays at one address: this laptop is a ' +
      "mail server. What it still lacks: a mailbox for reports (that is at Alice's provider).",
    'A queue with retries, always on, at one address: this host is an MTA. What it still lacks: ' +
      "a mailbox for delivery reports at the reverse-path (that is at Alice's provider).",
  ),
} as const
