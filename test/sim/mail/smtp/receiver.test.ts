import { describe, expect, it } from 'vitest'
import { reply } from '../../../../src/sim/mail/reply.ts'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import type { Verb } from '../../../../src/sim/mail/smtp/command.ts'
import { authCommand, command, parseCommand, VERBS } from '../../../../src/sim/mail/smtp/command.ts'
import { EXT } from '../../../../src/sim/mail/smtp/extensions.ts'
import type {
  ReceiverConfig,
  ReceiverPhase,
  ReceiverState,
} from '../../../../src/sim/mail/smtp/receiver.ts'
import {
  greet,
  hangUp,
  isSlow,
  newReceiver,
  RECEIVER,
  receive,
} from '../../../../src/sim/mail/smtp/receiver.ts'
import { config, pickySite, site } from './dialogue.ts'

const mail = command('MAIL', 'alice@sender.example')
const rcpt = command('RCPT', 'bob@receiver.example')
const ehlo = command('EHLO', 'out.sender.example')

const WAY: Readonly<Record<ReceiverPhase, readonly (typeof mail)[]>> = {
  connected: [],
  ready: [ehlo],
  mail: [ehlo, mail],
  rcpt: [ehlo, mail, rcpt],
  data: [ehlo, mail, rcpt, command('DATA')],
  refused: [],
  closed: [command('QUIT')],
}
const PHASES = Object.keys(WAY) as ReceiverPhase[]

function at(phase: ReceiverPhase, c: ReceiverConfig = config()): ReceiverState {
  const state = newReceiver()
  if (phase === 'refused') greet(state, c, site({ greeting: () => reply(R.noService) }))
  for (const each of WAY[phase]) receive(state, each, c, site())
  expect(state.phase).toBe(phase)
  return state
}

function example(verb: Verb) {
  if (verb === 'MAIL') return mail
  if (verb === 'RCPT') return rcpt
  return command(verb, ['EHLO', 'HELO', 'VRFY', 'ETRN'].includes(verb) ? 'out.sender.example' : '')
}

const pairs = PHASES.flatMap((phase) => VERBS.map((verb) => [phase, verb] as const))
// these need a server for submission, one on port 366 or a handshake under way, see below and
// `receiver.turn.test.ts`
const special = new Set<Verb>(['STARTTLS', 'AUTH', 'TLS', 'UNKNOWN', 'ATRN'])
const plainPairs = pairs.filter(([phase, verb]) => phase !== 'closed' && !special.has(verb))

describe('the receiver table', () => {
  it.each(plainPairs.filter(([phase, verb]) => RECEIVER[phase][verb] !== undefined))(
    'leads on: %s + %s',
    (phase, verb) => {
      const state = at(phase)
      const answer = receive(state, example(verb), config(), site())
      expect(state.phase).toBe(RECEIVER[phase][verb])
      // the one entry that refuses: DATA after nobody was accepted
      const refuses = phase === 'mail' && verb === 'DATA'
      expect(answer.spec === R.noValidRecipients).toBe(refuses)
      expect(answer.spec.code < 400).toBe(!refuses)
    },
  )

  it.each(plainPairs.filter(([phase, verb]) => RECEIVER[phase][verb] === undefined))(
    'answers 503 and forgets nothing: %s + %s',
    (phase, verb) => {
      const state = at(phase)
      const before = structuredClone(state)
      const answer = receive(state, example(verb), config(), site())
      expect(answer.spec.code).toBe(503)
      expect(answer.spec.enhanced).toBe('5.5.1')
      expect(state).toEqual({ ...before, errors: before.errors + 1 })
    },
  )

  it('stays closed', () => {
    const state = at('closed')
    for (const verb of VERBS) {
      expect(receive(state, example(verb), config(), site()).spec.code).toBe(421)
      expect(state.phase).toBe('closed')
    }
  })

  it('gives state that is plain data', () => {
    for (const phase of PHASES) {
      const state = at(phase)
      expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    }
  })
})

describe('a transaction', () => {
  it('takes a null reverse-path and a bare postmaster', () => {
    const state = at('ready')
    expect(receive(state, command('MAIL'), config(), site())).toBe(reply(R.senderOk))
    expect(state).toMatchObject({ hasSender: true, reversePath: '', phase: 'mail' })
    receive(state, parseCommand('RCPT TO:<Postmaster>'), config(), site())
    expect(state.recipients).toEqual(['Postmaster'])
  })

  it('keeps the accepted recipients of many', () => {
    const state = at('mail')
    const verdicts = ['a@x.example', 'no@x.example', 'grey@x.example', 'b@x.example'].map(
      (to) => receive(state, command('RCPT', to), config(), pickySite).spec.code,
    )
    expect(verdicts).toEqual([250, 550, 450, 250])
    expect(state.recipients).toEqual(['a@x.example', 'b@x.example'])
  })

  it.each(['RSET', 'EHLO', 'HELO'] as const)('is forgotten at %s', (verb) => {
    const state = at('rcpt')
    receive(state, example(verb), config(), site())
    expect(state).toMatchObject({ phase: 'ready', recipients: [], reversePath: '' })
    expect(state).toMatchObject({ hasSender: false, helo: 'out.sender.example' })
  })

  it('has limits', () => {
    const c = config({ recipientLimit: 1, sizeLimitOctets: 1000 })
    const state = at('rcpt', c)
    expect(receive(state, rcpt, c, site()).spec).toBe(R.tooManyRecipients)
    const other = at('ready', c)
    expect(receive(other, command('MAIL', 'a@b.example', 1001), c, site()).spec).toBe(
      R.sizeExceeded,
    )
    expect(other.phase).toBe('ready')
    const data = at('data', c)
    const asked = site({ content: () => reply(R.contentSpam) })
    expect(receive(data, command('CONTENT', '', 1001), c, asked).spec).toBe(R.messageTooBig)
    expect(data).toMatchObject({ phase: 'ready', recipients: [] })
  })

  it('is over when the site refuses the content', () => {
    const state = at('data')
    const refusing = site({ content: () => reply(R.contentSpam) })
    expect(receive(state, command('CONTENT', '', 5), config(), refusing).spec.code).toBe(554)
    expect(state).toMatchObject({ phase: 'ready', recipients: [], hasSender: false })
  })
})

describe('errors', () => {
  it('make replies slow, then end the session', () => {
    const state = newReceiver()
    const c = config()
    const answers = Array.from({ length: 21 }, () => {
      const slow = isSlow(state, c)
      return [receive(state, parseCommand('HELLO there'), c, site()).spec.code, slow]
    })
    expect(answers.slice(0, 20).every(([code]) => code === 500)).toBe(true)
    expect(answers.findIndex(([, slow]) => slow)).toBe(10)
    expect(answers[20]?.[0]).toBe(421)
    expect(state.phase).toBe('closed')
  })

  it('are forgiven by an accepted message', () => {
    const state = at('data')
    state.errors = 9
    receive(state, command('CONTENT', '', 5), config(), site())
    expect(state.errors).toBe(0)
  })

  it('of syntax change nothing', () => {
    const state = at('mail')
    expect(receive(state, parseCommand('RCPT TO:<>'), config(), site()).spec).toBe(R.badRecipient)
    expect(state.phase).toBe('mail')
    expect(receive(state, parseCommand('DATA now'), config(), site()).spec).toBe(R.syntaxData)
  })

  it('a 421 of the site closes', () => {
    const state = at('ready')
    const full = site({ sender: () => reply(R.tooManyConnections) })
    expect(receive(state, mail, config(), full).spec.code).toBe(421)
    expect(state.phase).toBe('closed')
    const late = at('rcpt')
    expect(hangUp(late, R.timeoutExceeded).spec.code).toBe(421)
    expect(late).toMatchObject({ phase: 'closed', recipients: [] })
  })
})

describe('submission', () => {
  const c = config({ service: 'submission' })

  it.each(['MAIL', 'RCPT', 'DATA', 'RSET', 'VRFY', 'AUTH'] as const)('%s needs TLS', (verb) => {
    expect(receive(at('ready'), example(verb), c, site()).spec).toBe(R.mustStartTls)
  })

  it('forgets everything at STARTTLS', () => {
    const state = newReceiver()
    const offer = receive(state, ehlo, c, site())
    expect(offer.detail & (EXT.STARTTLS | EXT.AUTH)).toBe(EXT.STARTTLS)
    expect(receive(state, command('STARTTLS'), c, site()).spec).toBe(R.readyForTls)
    expect(state).toMatchObject({ phase: 'connected', helo: '', tlsPending: true, tls: false })
    expect(receive(state, ehlo, c, site()).spec).toBe(R.badSequence)
    expect(receive(state, command('TLS'), c, site()).spec).toBe(R.tlsDone)
    expect(receive(state, mail, c, site()).spec).toBe(R.helloFirst)
    const again = receive(state, ehlo, c, site())
    expect(again.detail & (EXT.STARTTLS | EXT.AUTH)).toBe(EXT.AUTH)
    expect(receive(state, command('STARTTLS'), c, site()).spec).toBe(R.tlsActive)
    expect(receive(state, mail, c, site()).spec).toBe(R.authRequired)
    expect(receive(state, authCommand('alice', 'x'), c, site()).spec).toBe(R.badCredentials)
    expect(receive(state, authCommand('alice', 'wonderland'), c, site()).spec.code).toBe(235)
    expect(receive(state, authCommand('alice', 'wonderland'), c, site()).spec).toBe(
      R.alreadyAuthenticated,
    )
    expect(receive(state, mail, c, site()).spec.code).toBe(250)
    expect(receive(state, authCommand('alice', 'x'), c, site()).spec).toBe(R.inTransaction)
  })

  it('is not what port 25 does', () => {
    const state = at('ready')
    expect(receive(state, command('STARTTLS'), config(), site()).spec).toBe(R.notImplemented)
    expect(receive(state, authCommand('alice', 'x'), config(), site()).spec).toBe(R.authNotEnabled)
    expect(receive(state, command('TLS'), config(), site()).spec).toBe(R.badSequence)
  })
})
