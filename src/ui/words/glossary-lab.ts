/** The words of the laboratory itself. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const LABORATORY: readonly GlossaryEntry[] = [
  {
    term: 'Baton',
    id: 'baton',
    matches: ['baton'],
    text: {
      everyday: 'It shows whose job the letter is at this moment.',
      technical:
        'Marks the host that is responsible for the message. It changes hands when a server ' +
        'accepts the message after its data.',
      protocol:
        'Responsibility as RFC 5321 §6.1 has it: it moves with the 250 after the end of the ' +
        'data.',
    },
    source: 'RFC 5321 §6.1',
  },
  {
    term: 'Outcome',
    id: 'outcome',
    matches: ['outcome', 'outcomes'],
    text: {
      everyday:
        "How the story ends: the letter is in Bob's box, somebody said no, it came back, nobody " +
        'tries any more, or it still waits.',
      technical:
        "Delivered: in the mailbox at the recipient's server. Refused: a final no. Bounced: a " +
        'relay reported failure. Lost: the program gave up. Queued: not decided yet.',
      protocol:
        'Per recipient: delivered, refused (5yz to the first client), bounced (DSN sent), lost ' +
        '(given up after temporary failures, no DSN), queued; discarded for null reverse-paths.',
    },
    source: 'Mailpath, its outcomes',
  },
  {
    term: 'World',
    id: 'world',
    matches: ['world', 'worlds'],
    text: {
      everyday:
        'One telling of the story. In one the letter goes straight, in the other by post office; ' +
        'all the rest is the same.',
      technical:
        'One course of a scenario: direct, relayed, or a variant. All worlds of a run begin ' +
        'alike, share seed and clock, and differ only in the settings named.',
      protocol:
        'A scenario under its own settings. Random draws are keyed by purpose and thing, so that ' +
        'worlds share their luck (common random numbers).',
    },
    source: 'Mailpath, its worlds',
  },
  {
    term: 'Seed',
    id: 'seed',
    matches: ['seed', 'seeds'],
    text: {
      everyday: 'The number that decides all luck in a run. Same number, same luck.',
      technical:
        'An integer from which every random choice is computed, such as when the relay scans its ' +
        'queue. Same scenario, seed and changes: the same run to the millisecond.',
      protocol:
        'A draw is a pure function of seed, purpose, entity and count. One more message or host ' +
        'changes no other draw.',
    },
    source: 'Mailpath, its random draws',
  },
  {
    term: 'Intervention',
    id: 'intervention',
    matches: ['intervention', 'interventions'],
    text: {
      everyday: 'Anything you do to the story: shut the lid, switch a server off, turn a setting.',
      technical:
        'An act of yours at an instant. A run is its scenario, its seed and its interventions; ' +
        'nothing else goes in.',
      protocol:
        'Road, option, lid, power, send, Send again. A setting is an intervention at instant 0. ' +
        'At one instant, events come first and acts after them.',
    },
    source: 'Mailpath, its runs',
  },
]
