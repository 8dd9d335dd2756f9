/** Attempts, waiting and being told to wait. */
import type { GlossaryEntry } from './glossary-entry.ts'

export const TRYING: readonly GlossaryEntry[] = [
  {
    term: 'Attempt',
    id: 'attempt',
    matches: ['attempt', 'attempts', 'knock', 'knocks'],
    text: {
      everyday: 'One try to hand over a letter: one knock at the door.',
      technical:
        'One try to hand one message to one destination. It asks the DNS, dials, talks, and ends ' +
        'with a result for each recipient.',
      protocol:
        "Up to five addresses and two sessions, one after the other, as with Postfix's " +
        'smtp_mx_address_limit and smtp_mx_session_limit.',
    },
    source: 'Postfix smtp(8)',
  },
  {
    term: 'Queue',
    id: 'queue',
    matches: ['queue', 'queues', 'queued'],
    text: {
      everyday: 'The shelf in the post office for letters that cannot go yet.',
      technical:
        'The messages that a server has accepted and not yet delivered, each with the time of ' +
        'its next try.',
      protocol:
        'Mail that cannot be sent at once must be queued and retried from time to time. Here ' +
        'each host has one queue; a pass makes one attempt per domain.',
    },
    source: 'RFC 5321 §4.5.4.1, Postfix qmgr(8)',
  },
  {
    term: 'Retry, back-off',
    id: 'retry',
    matches: ['retry', 'retries', 'back-off'],
    text: {
      everyday: 'Knocking again later, and waiting longer each time.',
      technical:
        'A new attempt after a temporary failure. Back-off is the growing wait before it: here ' +
        'as long as the message is old, within two limits, and then until the queue is next ' +
        'scanned.',
      protocol:
        'Postfix: the first queue scan after now + clamp(age, minimal_backoff_time, ' +
        'maximal_backoff_time). RFC 5321 recommends at least 30 minutes; Postfix begins with ' +
        'less.',
    },
    source: 'Postfix qmgr(8), RFC 5321 §4.5.4.1',
  },
  {
    term: 'Queue lifetime',
    id: 'queue-lifetime',
    matches: ['queue lifetime', 'lifetime'],
    text: {
      everyday: 'How long the post office keeps trying before it gives up and tells Alice.',
      technical:
        'The age at which a relay gives up. It is looked at after a failed attempt; the message ' +
        'then goes back with a report.',
      protocol:
        "Postfix's maximal_queue_lifetime, five days by default. RFC 5321 asks for at least four " +
        'to five days.',
    },
    source: 'Postfix maximal_queue_lifetime, RFC 5321 §4.5.4.1',
  },
  {
    term: 'Outbox',
    id: 'outbox',
    matches: ['outbox', 'outboxes'],
    text: {
      everyday:
        'Where a mail program keeps letters that could not go out. While the computer sleeps, ' +
        'nobody carries them.',
      technical:
        "A mail program's own small queue. Here it tries every 60 s while the laptop is awake, " +
        'and once more as soon as it wakes.',
      protocol:
        'The queue of an MUA, which lives only while its program runs. The interval of 60 s is ' +
        'our assumption; option laptop.retry.',
    },
    source: 'Mailpath, option laptop.retry',
  },
  {
    term: 'Send again',
    id: 'send-again',
    matches: ['Send again'],
    text: {
      everyday: 'Alice sees that it did not work, waits a while and presses the button once more.',
      technical:
        'A retry by hand. With laptop.retry at alice, she waits five minutes before each new try ' +
        'and makes three tries in all.',
      protocol:
        'A further attempt with the same message from the same client. A greylist cannot tell it ' +
        'from an automatic retry.',
    },
    source: 'Mailpath, option laptop.retry',
  },
  {
    term: 'Connection refused',
    id: 'connection-refused',
    matches: ['connection refused', 'refuses connections'],
    text: {
      everyday: 'The house is there, but the door is locked. You know it at once.',
      technical:
        'The host answers that no service listens there. The client knows after one round trip, ' +
        'and tries again later.',
      protocol:
        'A reset answers the SYN (RFC 9293 §3.10.7.1). The client notes 4.4.1 for itself; no ' +
        'SMTP reply was given.',
    },
    source: 'RFC 9293 §3.10.7.1',
  },
  {
    term: 'Timeout',
    id: 'timeout',
    matches: ['timeout', 'timeouts'],
    text: {
      everyday: 'Nothing comes back, so you wait for a time, and then stop waiting.',
      technical:
        'How long a client waits for an answer: 30 s for a connection, minutes for a reply. ' +
        'After that the attempt has failed for now.',
      protocol:
        "Connecting: 30 s (Postfix's smtp_connect_timeout). Replies: 5 min for greeting, MAIL " +
        'and RCPT, 2 min for DATA, 10 min after the end of the data.',
    },
    source: 'RFC 5321 §4.5.3.2',
  },
  {
    term: 'Greylisting',
    id: 'greylisting',
    matches: ['greylisting', 'greylist', 'greylists', 'greylisted'],
    text: {
      everyday:
        'The trick of a doorkeeper who tells every stranger to come back later. Post offices do; ' +
        'many spam programs never come back.',
      technical:
        'A receiver refuses an unknown sender for now, and lets it in when it tries again after ' +
        'a delay. What is tested is behaviour, not identity.',
      protocol:
        'A 4yz at RCPT for a new triplet, until the triplet is older than the delay. RFC 6647 ' +
        "describes the family; the decisions here are postgrey's.",
    },
    source: 'RFC 6647 §2.4, postgrey',
  },
  {
    term: 'Triplet',
    id: 'triplet',
    matches: ['triplet', 'triplets'],
    text: {
      everyday:
        'What the doorkeeper notes of a stranger: where you come from, who you say you are, for ' +
        'whom you ask.',
      technical:
        'Client network, envelope sender and recipient: by these three a greylist knows again ' +
        'who comes back.',
      protocol:
        'Client (its /24, or its exact address), normalised reverse-path, forward-path. The ' +
        'delay counts from first contact; an early retry does not start it anew.',
    },
    source: 'postgrey, its smtpd_access_policy',
  },
]
