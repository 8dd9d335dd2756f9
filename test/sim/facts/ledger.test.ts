import { describe, expect, it } from 'vitest'
import { AIMS } from '../../../src/sim/facts/fact.ts'
import { ledgerAt } from '../../../src/sim/facts/ledger.ts'
import { hours, minutes, seconds, type Instant } from '../../../src/sim/units.ts'
import { CALLER, CLIENT, NEIGHBOUR, SERVER, Tale } from '../../helpers/tale.ts'

/** A client that has dialled the server at 0 and was let in at 10. */
const connected = (from: number = CLIENT): Tale =>
  new Tale().attempt(0, 0, from).connect(0, 0, 0, SERVER).accept(10, 0)

describe('calls', () => {
  const call = (length: number): Tale =>
    new Tale()
      .state(0, CALLER, 'offline')
      .state(seconds(100), CALLER, 'up')
      .state(seconds(100) + length, CALLER, 'offline')

  it.each([
    ['a second', seconds(1), 10],
    ['a minute to the millisecond', minutes(1), 10],
    ['61 seconds', seconds(61), 20],
    ['an hour', hours(1), 600],
  ])('%s costs the minutes that have begun', (_, length, cents) => {
    const { calls, callMs, cents: price } = call(length).at(hours(2), CALLER)
    expect({ calls, callMs, price }).toEqual({ calls: 1, callMs: length, price: cents })
  })

  it('a call under way counts up to now, and its first minute from its first moment on', () => {
    const tale = call(minutes(5))
    const told = (t: Instant) => {
      const { calls, callMs, cents } = tale.at(t, CALLER)
      return [calls, callMs, cents]
    }
    expect(told(seconds(99))).toEqual([0, 0, 0])
    expect(told(seconds(100))).toEqual([1, 0, 10])
    expect(told(seconds(161))).toEqual([1, seconds(61), 20])
    expect(told(hours(9))).toEqual([1, minutes(5), 50])
  })

  it('each call is paid for itself, and ends with the machine', () => {
    const tale = call(seconds(10))
      .state(seconds(200), CALLER, 'up')
      .state(seconds(205), CALLER, 'asleep')
      .state(seconds(300), CALLER, 'up')
    expect(tale.at(hours(1), CALLER)).toMatchObject({ calls: 2, callMs: seconds(15), cents: 20 })
  })

  it('who is always there calls nobody', () => {
    const tale = new Tale().state(0, CLIENT, 'unreachable').state(seconds(9), CLIENT, 'up')
    expect(tale.at(hours(1), CLIENT)).toMatchObject({ calls: 0, callMs: 0, cents: 0 })
  })
})

describe('sessions', () => {
  const overlapping = connected()
    .attempt(50, 1, CALLER)
    .connect(50, 1, 1, SERVER)
    .accept(60, 1)
    .close(100, 0)
    .close(150, 1)
    .attempt(200, 2, CLIENT)
    .connect(200, 2, 2, SERVER)
    .accept(210, 2)

  it('time during which several are open counts once', () => {
    const { connectedMs, sessions, peakSessions } = overlapping.at(230, SERVER)
    expect({ connectedMs, sessions, peakSessions }).toEqual({
      connectedMs: 140 + 20,
      sessions: 3,
      peakSessions: 2,
    })
    expect(overlapping.at(230, CLIENT)).toMatchObject({ connectedMs: 130, sessions: 2 })
    expect(overlapping.at(70, SERVER)).toMatchObject({ connectedMs: 60, peakSessions: 2 })
  })

  it('who is called and does not answer is in no session', () => {
    const tale = new Tale().attempt(0, 0, CLIENT).connect(0, 0, 0, SERVER)
    tale.close(30_000, 0, 'connect timeout')
    expect(tale.at(40_000, CLIENT)).toMatchObject({ connectedMs: 30_000, sessions: 1 })
    expect(tale.at(40_000, SERVER)).toMatchObject({ connectedMs: 0, sessions: 0 })
  })

  it('a connection that was turned round needs no accepting', () => {
    const tale = new Tale().attempt(0, 0, SERVER, 'turned').connect(0, 0, 0, CALLER).close(20, 0)
    expect(tale.at(50, CALLER)).toMatchObject({ connectedMs: 20, sessions: 1, peakSessions: 1 })
  })
})

describe('octets', () => {
  it('a line counts with its CRLF, at once for the sender and on arrival for the receiver', () => {
    const tale = connected().says(100, 0, 'DATA')
    expect(tale.at(109, CLIENT).octetsOut).toBe(6)
    expect([tale.at(109, SERVER).octetsIn, tale.at(110, SERVER).octetsIn]).toEqual([0, 6])
  })

  it('a content counts with the line of its final dot', () => {
    expect(connected().says(100, 0, 'CONTENT', 1000).at(200, SERVER).octetsIn).toBe(1003)
  })

  it('a reply counts for the server', () => {
    const tale = connected().answers(20, 0, 'greeting').says(40, 0, 'DATA').answers(60, 0, 'ok')
    // "220 server.example ESMTP Postfix" and "250 2.0.0 Ok"
    expect(tale.at(100, SERVER)).toMatchObject({ octetsOut: 34 + 14, octetsIn: 6 })
    expect(tale.at(100, CLIENT)).toMatchObject({ octetsOut: 6, octetsIn: 34 + 14 })
  })

  const gone: readonly [string, (tale: Tale) => Tale][] = [
    ['fell asleep', (tale) => tale.says(100, 0, 'DATA').state(105, SERVER, 'asleep')],
    ['is cut off', (tale) => tale.state(50, SERVER, 'unreachable').says(100, 0, 'DATA')],
    ['has hung up', (tale) => tale.state(50, SERVER, 'offline').says(100, 0, 'DATA')],
    [
      'is called from a line that is dead',
      (tale) => tale.state(50, CLIENT, 'offline').says(100, 0, 'DATA'),
    ],
    [
      'came back too late',
      (tale) => tale.says(100, 0, 'DATA').state(105, SERVER, 'asleep').state(111, SERVER, 'up'),
    ],
  ]
  it.each(gone)('what goes to a host that %s is sent and not received', (_, tell) => {
    const tale = tell(connected())
    expect(tale.at(500, CLIENT).octetsOut).toBe(6)
    expect(tale.at(500, SERVER).octetsIn).toBe(0)
  })

  it('neighbours hear each other while their line is hung up', () => {
    const tale = new Tale().state(0, CALLER, 'offline').attempt(1, 0, CALLER)
    tale.connect(1, 0, 0, NEIGHBOUR).accept(2, 0).says(3, 0, 'DATA')
    expect(tale.at(100, NEIGHBOUR).octetsIn).toBe(6)
  })

  it('replies are lost with the line that carries them', () => {
    const tale = connected().answers(20, 0, 'greeting').answers(40, 0, 'ok')
    tale.close(50, 0, 'lost connection')
    expect(tale.at(100, SERVER).octetsOut).toBe(48)
    expect(tale.at(100, CLIENT).octetsIn).toBe(34)
  })
})

describe('the job', () => {
  it('keeps a machine going from taking a message to handing it over or ending it', () => {
    const tale = new Tale().baton(0, 0, CLIENT).baton(100, 0, SERVER).end(350, 0, 'delivered')
    expect(tale.at(60, CLIENT).awakeForMailMs).toBe(60)
    expect(tale.at(1000, CLIENT).awakeForMailMs).toBe(100)
    expect(tale.at(1000, SERVER).awakeForMailMs).toBe(250)
  })

  it('two messages at a time count once, and so do two recipients', () => {
    const tale = new Tale().baton(0, 0, CLIENT).baton(50, 1, CLIENT).end(80, 0, 'delivered')
    tale.baton(100, 1, SERVER, 1).end(200, 1, 'lost', 0)
    expect(tale.at(1000, CLIENT).awakeForMailMs).toBe(200)
    expect(tale.at(1000, SERVER).awakeForMailMs).toBe(900)
  })

  it('what had ended may be taken up again, and what is delivered stays so', () => {
    const tale = new Tale().baton(0, 0, CLIENT).end(10, 0, 'lost').press(100, 0)
    tale.end(130, 0, 'delivered').press(200, 0).baton(300, 0, SERVER)
    expect(tale.at(1000, CLIENT).awakeForMailMs).toBe(40)
    expect(tale.at(1000, SERVER).awakeForMailMs).toBe(0)
  })
})

describe('tries and queues', () => {
  it('only what is tried over the network is a try', () => {
    const tale = new Tale()
    AIMS.forEach((aim, i) => tale.attempt(i, i, CLIENT, aim))
    expect(tale.at(100, CLIENT).attempts).toBe(3)
  })

  it('the fullest the queue ever was', () => {
    const tale = new Tale().queue(0, 0, 'active').queue(5, 0, 'deferred').queue(10, 1, 'active')
    tale.queue(20, 0, 'removed').queue(30, 1, 'deferred').queue(40, 1, 'removed')
    expect([0, 10, 99].map((t) => tale.at(t, CLIENT).queuePeak)).toEqual([1, 2, 2])
  })
})

it('a long run shows the same when time goes back by a little or by much', () => {
  const tale = connected()
  const lines = 200_000
  for (let i = 0; i < lines; i++) tale.says(100 + i, 0, 'DATA')
  const index = tale.index()
  const read = (t: Instant) => ledgerAt(index, t)[CLIENT]
  expect(read(99 + lines)?.octetsOut).toBe(6 * lines)
  for (const t of [150_000, 149_000, 70_000, 90, 130_000, 65_536])
    expect(read(t)).toEqual(ledgerAt(tale.index(), t)[CLIENT])
})
