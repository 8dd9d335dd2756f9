/** A question to a check, out of nothing but what matters to a test. */
import type { Question } from '../../src/sim/policy/check.ts'
import type { Inquiry } from '../../src/sim/policy/inquiry.ts'

/** Finds nothing out: no name, no listing, no record, no signature. */
const KNOWS_NOTHING: Inquiry = {
  ask: () => ({ rcode: 'NXDOMAIN', records: [] }),
  reverseName: () => ({ result: 'permerror', name: '' }),
  listing: () => ({ listed: false, code: '', reason: '', failed: null }),
  spf: () => ({ result: 'none', domain: '', mechanism: '', lookups: 0 }),
  dkim: () => [],
  dmarc: () => ({
    result: 'none',
    domain: '',
    policy: 'none',
    spfAligned: false,
    dkimAligned: false,
  }),
  mailboxes: () => ({ domains: [], mailboxes: ['*'] }),
  openSessions: () => 1,
  draw: () => 0,
}

/** What is not said is empty; `inquiry` may name only what is asked for. */
export function questionAbout(
  about: Partial<Omit<Question, 'inquiry'>> & { readonly inquiry?: Partial<Inquiry> },
): Question {
  return {
    now: 0,
    receiver: 'mx.college.example',
    clientAddress: '192.0.2.25',
    helo: 'smtp.school.example',
    reversePath: '',
    forwardPath: '',
    recipients: [],
    letter: null,
    score: 0,
    ...about,
    inquiry: { ...KNOWS_NOTHING, ...about.inquiry },
  }
}
